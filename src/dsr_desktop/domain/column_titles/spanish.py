"""Column titles in Spanish."""

from dsr_desktop.domain.fields import Field

TITLES = {
    Field.NAME: (
        "nombre|nombres|nombre completo|nombre y apellidos|nombre y apellido|nombres y apellidos|"
        "nombre apellidos|nombre apellido|apellidos y nombre|apellidos y nombres|"
        "apellido y nombre|apellidos nombre|apellidos, nombre|nombre del contacto|"
        "nombre de contacto|nombre contacto|nombre del cliente|nombre cliente|"
        "nombre para mostrar|contacto|contactos|persona de contacto|cliente|clienta|"
        "participante|asistente al evento|suscriptor|suscriptora|abonado|titular|interesado|"
        "nombre del participante|nombre del alumno|nombre del paciente"
    ),
    Field.GIVEN_NAME: "nombre de pila|primer nombre|nombre propio",
    Field.FAMILY_NAME: (
        "apellido|apellidos|primer apellido|segundo apellido|apellido paterno|apellido materno|"
        "apellido de soltera|apellido de nacimiento|apellido de casada"
    ),
    Field.EMAIL: (
        "correo|correos|correo electrónico|correos electrónicos|correo-e|"
        "dirección de correo|dirección de correo electrónico|dirección del correo electrónico|"
        "dirección correo electrónico|dirección de e-mail|dirección e-mail|dirección de email|"
        "e-mail de contacto|correo de contacto|correo electrónico de contacto|"
        "cuenta de correo|mail de contacto|correo personal|correo corporativo"
    ),
    Field.PHONE: (
        "teléfono|teléfonos|tfno|tlf|tlfn|tfn|tlfno|telf|teléfono móvil|teléfono fijo|"
        "teléfono celular|móvil|celular|fijo|número de teléfono|número teléfono|nº de teléfono|"
        "nº teléfono|núm de teléfono|número de móvil|número móvil|número de celular|"
        "número de contacto|teléfono de contacto|teléfono contacto|teléfono de casa|"
        "teléfono del domicilio|teléfono domicilio|teléfono particular|teléfono del trabajo|"
        "teléfono trabajo|teléfono de trabajo|teléfono de la oficina|teléfono oficina|"
        "teléfono de empresa|teléfono empresa|teléfono principal|teléfono del coche|"
        "otro teléfono|teléfono personal|teléfono privado|radioteléfono|"
        "número de centralita de la organización|centralita|teléfono de la empresa"
    ),
    Field.COMPANY: (
        "empresa|empresas|nombre de la empresa|nombre empresa|compañía|nombre de la compañía|"
        "organización|nombre de la organización|razón social|sociedad|denominación social|"
        "entidad|institución|nombre comercial|negocio|firma|empleador|asociación"
    ),
    Field.ADDRESS: (
        "dirección|direcciones|dirección postal|dirección completa|dirección particular|"
        "dirección de casa|dirección del trabajo|dirección de trabajo|calle|calle y número|"
        "calle, número|calle número|nombre de la calle|nombre de la vía|domicilio|"
        "domicilio particular|domicilio postal|domicilio social|calle del trabajo|"
        "calle de trabajo|calle del domicilio|calle particular|otra calle|otra dirección|"
        "complemento de dirección|dirección línea|línea de dirección|dirección de facturación|"
        "dirección de envío|apartado postal|apartado de correos|piso y puerta"
    ),
    Field.POSTCODE: (
        "código postal|cód. postal|cod postal|c.p.|cp|códigos postales|código postal del trabajo|"
        "código postal de trabajo|código postal particular|código postal del domicilio|"
        "otro código postal|distrito postal"
    ),
    Field.CITY: (
        "ciudad|población|localidad|municipio|ciudad de trabajo|ciudad del trabajo|"
        "ciudad particular|ciudad del domicilio|otra ciudad|pueblo|ciudad de residencia|"
        "lugar de residencia|localidad de residencia"
    ),
    Field.BIRTH_DATE: (
        "fecha de nacimiento|fecha nacimiento|f. nacimiento|f nac|fecha nac|fecha de nac|"
        "nacimiento|nacido el|nacida el|cumpleaños|fecha de cumpleaños"
    ),
    Field.IDENTIFIER: (
        "id de cliente|id cliente|número de cliente|nº de cliente|nº cliente|núm cliente|"
        "número cliente|código de cliente|código cliente|cód cliente|cod cliente|"
        "referencia de cliente|referencia cliente|ref cliente|número de socio|nº de socio|"
        "nº socio|número socio|código de socio|id de contacto|id contacto|id de usuario|"
        "nombre de usuario|número de abonado|nº abonado|número de empleado|nº empleado|"
        "código de empleado|número de paciente|número de historia clínica|nº historia|"
        "número de expediente|nº expediente|expediente|número de alumno|identificador|"
        "dni|nif|nie|dni nif|dni/nie|nif/cif|nif/nie|número de dni|nº dni|documento de identidad|"
        "número de documento|número de identificación|pasaporte|número de pasaporte|"
        "número de la seguridad social|nº seguridad social|cuenta de cliente|"
        "número de contrato|nº contrato|número de tarjeta de fidelidad|matrícula de alumno"
    ),
    Field.NOTE: (
        "nota|notas|comentario|comentarios|observación|observaciones|mensaje|mensajes|"
        "su mensaje|tu mensaje|notas internas|nota interna|comentario interno|"
        "comentarios internos|información adicional|más información|consulta|su consulta|"
        "tu consulta|su pregunta|anotaciones|anotación|texto del mensaje|sus comentarios|"
        "tus comentarios"
    ),
    Field.COLLECTED_ON: (
        "fecha de recogida|fecha de recogida de datos|fecha de obtención|recogido el|"
        "fecha de creación|fecha creación|creado|creado el|creada el|fecha de alta|fecha alta|"
        "dado de alta el|fecha de registro|fecha registro|registrado el|"
        "fecha de inscripción|fecha inscripción|inscrito el|fecha de suscripción|suscrito el|"
        "fecha de ingreso|fecha de incorporación|fecha de añadido|añadido el|cliente desde|"
        "socio desde|miembro desde|suscriptor desde|marca temporal|fecha de envío del formulario|"
        "enviado el formulario|fecha del consentimiento|fecha de consentimiento|"
        "fecha consentimiento|primer contacto|fecha del primer contacto|fecha de captación|"
        "fecha de entrada"
    ),
    Field.LAST_CONTACT_ON: (
        "último contacto|fecha del último contacto|fecha de último contacto|"
        "fecha último contacto|última actividad|fecha de la última actividad|"
        "fecha de última actividad|última interacción|última conexión|último acceso|"
        "fecha de último acceso|última compra|fecha de la última compra|fecha de última compra|"
        "fecha última compra|fecha del último pedido|fecha de último pedido|"
        "fecha último pedido|última visita|fecha de última visita|última llamada|"
        "contactado el|último mensaje"
    ),
    Field.PROCESSING_ENDED_ON: (
        "fin de contrato|fin del contrato|fecha de fin de contrato|fecha fin de contrato|"
        "fecha fin contrato|fecha de finalización del contrato|fecha de fin|fecha fin|"
        "fecha de finalización|fecha de baja|fecha baja|baja el|dado de baja el|"
        "fecha de cese|fecha de rescisión|fecha de cancelación del contrato|"
        "fin del tratamiento|fecha de fin de tratamiento|fin de la relación|"
        "fin de suscripción|fecha de salida|vencimiento del contrato"
    ),
    Field.CHANNEL: (
        "canal|canal de captación|canal de adquisición|canal de entrada|origen|"
        "origen del contacto|origen de los datos|procedencia|fuente|fuente de contacto|"
        "fuente del contacto|fuente del cliente potencial|fuente original|"
        "fuente de adquisición|medio de captación|cómo nos has conocido|"
        "cómo nos ha conocido|cómo nos conociste|cómo nos conoció"
    ),
    Field.OPT_IN: (
        "consentimiento|consentimientos|consentimiento rgpd|rgpd|consentimiento marketing|"
        "consentimiento comercial|consentimiento e-mail|consentimiento sms|"
        "consentimiento newsletter|consentimiento publicidad|acepta publicidad|"
        "acepta comunicaciones|acepta comunicaciones comerciales|acepta newsletter|"
        "acepta el boletín|acepta recibir publicidad|acepta recibir comunicaciones|"
        "acepta sms|acepta e-mail|acepta email|acepta marketing|boletín|boletín informativo|"
        "boletín de noticias|suscripción|suscripción al boletín|suscrito|suscrita|"
        "suscrito al boletín|suscrito a la newsletter|desea recibir información|"
        "autoriza publicidad|autoriza comunicaciones|autorización comercial|"
        "publicidad de terceros"
    ),
    Field.OPT_OUT: (
        "baja newsletter|baja del boletín|baja boletín|"
        "cancelación de suscripción|desuscrito|desuscripción|no contactar|no llamar|"
        "no enviar e-mail|no enviar emails|no enviar correos|no enviar publicidad|"
        "no desea publicidad|no acepta publicidad|oposición|derecho de oposición|"
        "lista robinson|lista negra|bloqueado para envíos|revocación del consentimiento|"
        "no molestar"
    ),
}  # fmt: skip
