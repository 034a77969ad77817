"""What Office Open XML files hold (ISO/IEC 29500, ECMA-376): package, markup, cells, remarks."""
