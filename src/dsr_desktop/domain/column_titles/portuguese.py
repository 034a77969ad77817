"""Column titles in Portuguese (Portugal, Brazil)."""

from dsr_desktop.domain.fields import Field

TITLES = {
    Field.NAME: (
        "nome|nomes|nome completo|nome e apelido|nome e sobrenome|nome sobrenome|nome apelido|"
        "primeiro e último nome|nome do contacto|nome do contato|nome de contacto|"
        "nome do cliente|nome cliente|nome do participante|contacto|contactos|contato|contatos|"
        "pessoa de contacto|pessoa de contato|cliente|participante|assinante|subscritor|"
        "nome de exibição|nome a apresentar|titular|inscrito|inscrita|nome do aluno|"
        "nome do titular"
    ),
    Field.GIVEN_NAME: "nome próprio|primeiro nome|nomes próprios",
    Field.FAMILY_NAME: (
        "apelido|apelidos|sobrenome|sobrenomes|último nome|nome de família|nome de solteira|"
        "apelido de solteira|nome de casada"
    ),
    Field.EMAIL: (
        "correio eletrónico|correio electrónico|correio eletrônico|endereço de e-mail|"
        "endereço de email|endereço e-mail|endereço eletrónico|endereço eletrônico|"
        "endereço de correio eletrónico|endereço de correio electrónico|"
        "endereço do correio electrónico|endereço do correio eletrónico|"
        "e-mail de contacto|e-mail de contato|e-mail comercial|e-mail corporativo|"
        "e-mail pessoal|e-mail principal"
    ),
    Field.PHONE: (
        "telefone|telefones|telemóvel|telemóveis|tlm|tlmv|telm|telef|celular|celulares|fone|"
        "telefone celular|telefone fixo|telefone móvel|fixo|número de telefone|"
        "número telefone|nº de telefone|nº telefone|número de telemóvel|nº telemóvel|"
        "nº de telemóvel|número de celular|número do celular|telefone residencial|"
        "telefone comercial|telefone da residência|telefone da empresa|telefone de casa|"
        "telefone do trabalho|telefone de contacto|telefone para contato|"
        "telefone de contato|contacto telefónico|contato telefônico|telefone principal|"
        "telefone principal da empresa|outro telefone|telefone do carro|"
        "número de contacto|radiotelefone"
    ),
    Field.COMPANY: (
        "empresa|empresas|nome da empresa|organização|nome da organização|razão social|"
        "companhia|entidade|instituição|firma|nome fantasia|entidade patronal|empregador|"
        "denominação social|associação|sociedade"
    ),
    Field.ADDRESS: (
        "morada|moradas|morada completa|endereço|endereços|endereço completo|"
        "endereço residencial|endereço comercial|endereço postal|endereço de faturação|"
        "endereço de cobrança|endereço de entrega|morada de faturação|morada de entrega|"
        "morada fiscal|rua|rua e número|logradouro|rua do endereço comercial|"
        "rua do outro endereço|outro endereço|outra morada|domicílio|complemento|bairro|"
        "rua da empresa|rua da residência|apartado|caixa postal"
    ),
    Field.POSTCODE: (
        "código postal|cód postal|cod postal|códigos postais|cep|cep do endereço residencial|"
        "cep residencial|cep comercial|código postal da empresa|código postal da residência|"
        "código postal do outro endereço|cp"
    ),
    Field.CITY: (
        "cidade|localidade|município|concelho|cidade do endereço residencial|"
        "cidade da empresa|cidade da residência|localidade da empresa|"
        "localidade da residência|outra cidade|cidade de residência|freguesia"
    ),
    Field.BIRTH_DATE: (
        "data de nascimento|data nascimento|data de nasc|data nasc|nascimento|nascido em|"
        "nascida em|aniversário|data de aniversário|dt nascimento|dt nasc"
    ),
    Field.IDENTIFIER: (
        "número de cliente|nº de cliente|nº cliente|número do cliente|código do cliente|"
        "código de cliente|código cliente|cód cliente|id do cliente|id cliente|"
        "referência do cliente|referência cliente|número de sócio|nº de sócio|nº sócio|"
        "número do sócio|id do contacto|id do contato|id do utilizador|nome de utilizador|"
        "nome de usuário|id do usuário|número de utente|nº utente|número de aluno|nº aluno|"
        "matrícula do aluno|número de funcionário|nº funcionário|nif|nº contribuinte|"
        "número de contribuinte|contribuinte|número do bi|bilhete de identidade|"
        "cartão de cidadão|número do cartão de cidadão|cpf|cpf/cnpj|niss|"
        "número do passaporte|identificador|número de contrato|nº contrato|"
        "número do processo"
    ),
    Field.NOTE: (
        "nota|notas|comentário|comentários|observação|observações|obs|mensagem|mensagens|"
        "a sua mensagem|sua mensagem|notas internas|nota interna|anotação|anotações|"
        "informação adicional|informações adicionais|informações complementares|"
        "comentário interno|texto da mensagem|pedido de informação|a sua questão"
    ),
    Field.COLLECTED_ON: (
        "data de recolha|data da recolha|recolhido em|data de coleta|coletado em|"
        "data de criação|data criação|data da criação|criado|criado em|criado a|"
        "data de registo|data do registo|data de registro|data de cadastro|data do cadastro|"
        "cadastrado em|registado em|registrado em|data de inscrição|data da inscrição|"
        "inscrito em|data de adesão|data de subscrição|subscrito em|data de adição|"
        "adicionado em|cliente desde|sócio desde|membro desde|carimbo de data/hora|"
        "enviado em formulário|data de envio do formulário|data do consentimento|"
        "data de consentimento|primeiro contacto|primeiro contato|"
        "data do primeiro contacto|data do primeiro contato|data de entrada"
    ),
    Field.LAST_CONTACT_ON: (
        "último contacto|último contato|data do último contacto|data do último contato|"
        "data de último contacto|última atividade|última actividade|data da última atividade|"
        "última interação|último acesso|data do último acesso|último login|última compra|"
        "data da última compra|data de última compra|data da última encomenda|"
        "data do último pedido|última visita|data da última visita|última chamada|"
        "contactado em|contatado em"
    ),
    Field.PROCESSING_ENDED_ON: (
        "fim de contrato|fim do contrato|data de fim de contrato|data fim do contrato|"
        "data do fim do contrato|término do contrato|data de término|data de fim|data fim|"
        "data de cessação|data de rescisão|data de saída|data de desligamento|"
        "data de cancelamento do contrato|fim do tratamento|fim da relação|fim da subscrição|"
        "validade do contrato|data de encerramento"
    ),
    Field.CHANNEL: (
        "canal|canal de aquisição|canal de contacto|canal de contato|canal de entrada|origem|"
        "origem do contacto|origem do contato|origem do lead|origem dos dados|proveniência|"
        "fonte|fonte do contacto|fonte do lead|fonte original|como nos conheceu|"
        "como soube de nós|como ficou sabendo"
    ),
    Field.OPT_IN: (
        "consentimento|consentimentos|consentimento rgpd|consentimento lgpd|lgpd|"
        "consentimento marketing|consentimento de marketing|consentimento e-mail|"
        "consentimento sms|consentimento newsletter|aceita marketing|aceita newsletter|"
        "aceita receber newsletter|aceita comunicações|aceita receber comunicações|"
        "aceita e-mails|aceita sms|aceita publicidade|subscreveu newsletter|"
        "subscrição newsletter|subscrição da newsletter|subscritor newsletter|"
        "recebe newsletter|deseja receber newsletter|boletim informativo|autoriza contacto|"
        "autoriza contato|inscrito na newsletter"
    ),
    Field.OPT_OUT: (
        "cancelou subscrição|cancelamento da subscrição|subscrição cancelada|descadastrado|"
        "descadastro|descadastrado em|não contactar|não contatar|não ligar|"
        "não enviar e-mail|não enviar e-mails|não enviar sms|não enviar publicidade|"
        "oposição|direito de oposição|oposição ao marketing|lista negra|"
        "consentimento revogado|revogação do consentimento|não perturbe|"
        "cancelou a newsletter|saiu da newsletter"
    ),
}  # fmt: skip
