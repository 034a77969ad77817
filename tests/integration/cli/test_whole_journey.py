"""A request from the first list to its close, by commands alone."""

import pyzipper

from dsr_desktop.services.register import keys_path
from dsr_desktop.store import keys

PERSON = (
    "--name", "Camille Dupont", "--email", "camille.dupont@acme.example", "--phone",
    "06 12 34 56 78",
)  # fmt: skip


def test_a_request_is_answered_from_the_first_list_to_its_close(
    dsr, own_lists, tmp_path, write_xlsx, passphrase
):
    out = tmp_path / "answer"

    def done(*arguments, code=0):
        result = dsr(*arguments, "--json")
        assert result.code == code, result.err
        return result.json

    # A register, four files: a French list of Windows, a workbook with a hidden sheet, a broken one.
    done("init", "--company", "Exemple SAS", "--country", "FR", "--dpo-name", "Nora Vidal")
    make_cheap(tmp_path / "register.dsr", passphrase)
    imported = done("import", own_lists, "--activity", "PA3", code=3)
    statuses = {file["path"].rpartition("/")[2]: file["status"] for file in imported["files"]}
    assert statuses.pop("broken.xlsx") == "unreadable"
    assert set(statuses.values()) == {"imported"}
    found = done("search", *PERSON)
    assert [hit["level"] for hit in found["hits"]] == ["strong", "strong", "weak"]
    assert [one["path"] for one in found["unreadable"]] == [str(own_lists / "broken.xlsx")]

    # The request: everything about her, a copy to take along, then erase it.
    rights = ("access", "erasure", "portability")
    made = done("request", "new", "--right", *rights, "--received", "2025-06-20", *PERSON)
    ref = made["ref"]
    assert (ref, made["first_due"]) == ("DSR-2025-0001", "2025-07-21")
    assert done("find", ref)["total"] == 3
    judged = done("hits", ref, "--confirm-strong")["hits"]
    weak = judged[-1]["id"]
    done("hits", ref, "--reject", weak, "--reason", "another Camille")

    # Checklist and package.
    assert done("checklist", ref, "--out", out)["rows"] == 2
    for form in ("json", "csv", "both"):
        secret = tmp_path / f"{form}.txt"
        package = done("package", ref, "--right", "portability", "--out", out, "--format", form,
                       "--passphrase-out", secret)  # fmt: skip
        assert "passphrase" not in package
        with pyzipper.AESZipFile(package["path"]) as archive:
            archive.setpassword(secret.read_text().strip().encode())
            assert archive.testzip() is None

    # The owners of the lists erase her; the namesake stays.
    assert done("rescan", ref, code=3)["clean"] is False
    crm = (own_lists / "crm.csv").read_bytes().splitlines(keepends=True)
    (own_lists / "crm.csv").write_bytes(b"".join(line for line in crm if b"Camille" not in line))
    (own_lists / "newsletter.xlsx").unlink()
    write_xlsx(own_lists / "newsletter.xlsx", {"Abonnés": [("Adresse e-mail", "Nom complet")]})
    assert done("rescan", ref)["clean"] is True

    # Decisions, answer, close.
    for right in rights:
        done("request", "decide", ref, "--right", right, "--decision", "granted")
    assert done("request", "send", ref, "--on", "2025-07-18")["status"] == "answered"
    closed = done("request", "close", ref)
    assert (closed["stage"], closed["hits"]) == (
        "closed",
        {"confirmed": 2, "rejected": 1, "open": 0},
    )
    assert done("verify")["sound"] is True


def make_cheap(register, passphrase):
    """Wrap the key anew with little work: at full strength twenty commands take ten seconds."""
    path = keys_path(register)
    strong = keys.read_key_file(path)
    key, owner = keys.unwrap(strong, passphrase)
    slot = keys._wrap(key, passphrase, owner, strong.register_id, 2**10)
    keys.write_key_file(path, keys.KeyFile(strong.register_id, (slot,)))
