"""Column titles in English."""

from dsr_desktop.domain.fields import Field

TITLES = {
    Field.NAME: (
        "full name|complete name|name|names|contact name|contact person|display name|contact|"
        "contacts|customer|customer name|client|client name|attendee|attendee name|subscriber|"
        "participant|person|person name|first and last name|first name and last name|"
        "first name last name|last name first name|first last name|last first name|"
        "name and surname|surname and name|name surname|surname name|surname first name|"
        "first name surname|legal name of person|primary contact|main contact|lead name|"
        "prospect name|respondent|respondent name|account holder|preferred full name"
    ),
    Field.GIVEN_NAME: (
        "first name|first names|given name|given names|forename|forenames|first|fname|"
        "christian name|name first|legal first name|preferred first name|preferred name"
    ),
    Field.FAMILY_NAME: (
        "last name|last names|family name|surname|surnames|last|lname|name last|legal last name|"
        "maiden name|birth name|name at birth|married name|former name|former last name|"
        "previous name|previous last name|previous surname"
    ),
    Field.EMAIL: (
        "e-mail|e-mails|email address|email addresses|mail|email id|e-mail id|"
        "electronic mail|account email|login email|email login|email recipient|"
        "preferred email|confirmed email|best email|email contact"
    ),
    Field.PHONE: (
        "phone|phones|phone number|phone numbers|phone no|telephone|telephone number|telephone no|"
        "telephone numbers|tel|tel number|tel no|mobile|mobile phone|mobile number|mobile no|"
        "mobile phone number|mobile telephone|mobile tel|cell|cell phone|cell number|"
        "cell phone number|cellular|cellular phone|gsm|landline|landline number|land line|"
        "fixed line|direct line|direct dial|direct phone|direct number|contact number|contact no|"
        "daytime phone|day phone|evening phone|night phone|car phone|radio phone|switchboard|"
        "company phone|company main phone|company phone number|whatsapp|whatsapp number|"
        "whatsapp phone number|preferred phone|phone landline|home number|home tel|work number|"
        "office number|office tel|sms number|sms phone number"
    ),
    Field.COMPANY: (
        "company|companies|company name|organisation|organization|organisation name|"
        "organization name|account|account name|employer|employer name|firm|firm name|business|"
        "business name|legal name|trading name|registered name|workplace|work place|"
        "associated company|primary associated company|primary company|current company|"
        "company organization|company or organization|company organisation|"
        "company or organisation|organization company|agency name|institution|institution name"
    ),
    Field.ADDRESS: (
        "address|addresses|street|street address|street name|address line|postal address|"
        "mailing address|mailing street|postal street|home address|full address|complete address|"
        "formatted address|address formatted|residential address|permanent address|"
        "current address|street and number|street name and number|street no|street number|"
        "street and house number|house number and street|house name or number|house name number|"
        "house number|po box|post box|address street|address line one|address line two|"
        "address extended|address extended address|address po box|street line|"
        "apartment|apartment suite|apt suite|apartment number|flat number|address details|"
        "business address street|home address street|registered address|correspondence address"
    ),
    Field.POSTCODE: (
        "postcode|postcodes|post code|postal code|zip|zip code|zip codes|zip postal code|"
        "postal zip code|zip or postal code|zip postcode|postcode zip|postal zip|postal|eircode|"
        "address zip|address zip code|address postal code|address postcode|"
        "postal code zip|mailing zip|mailing postal code|mailing zip postal code|"
        "mailing postcode"
    ),
    Field.CITY: (
        "city|town|town city|city town|town or city|city or town|locality|post town|"
        "municipality|village|address city|address town|mailing city|city of residence|"
        "place of residence|hometown"
    ),
    Field.BIRTH_DATE: (
        "birth date|date of birth|birthday|birthdate|dob|d.o.b.|born|born on|date born|"
        "birth day|day of birth"
    ),
    Field.IDENTIFIER: (
        "identifier|id|customer id|customer ids|client id|contact id|person id|lead id|"
        "customer number|customer no|client number|client no|account number|account no|"
        "account nr|record id|user id|user number|member id|member number|member no|"
        "membership number|membership no|membership id|subscriber id|subscriber number|"
        "attendee id|participant id|participant number|guest id|employee id|employee number|"
        "employee no|staff id|staff number|personnel number|payroll number|student id|"
        "student number|patient id|patient number|customer code|client code|"
        "customer reference|client reference|customer ref|client ref|unique id|external id|"
        "contact number id|national id|national id number|social security number|ssn|"
        "passport number|passport no|government id number|id number|id no|id card number|"
        "national insurance number|nhs number|badge number|badge id|loyalty number|"
        "loyalty card number|loyalty id|membership card number|username|user name|user login|"
        "profile id|contact key|subscriber key|case number|policy number|contract number"
    ),
    Field.NOTE: (
        "note|notes|comment|comments|remark|remarks|message|messages|memo|memos|your message|"
        "your comments|your comment|internal note|internal notes|internal comment|"
        "internal comments|staff notes|staff comment|private note|private notes|"
        "additional information|additional info|additional comments|additional notes|"
        "further information|enquiry|inquiry|enquiries|your enquiry|your inquiry|your question|"
        "question|questions|question or comment|questions and comments|"
        "questions or comments|comments or questions|message body|body of message|"
        "message text|customer note|customer notes|contact notes|call notes|meeting notes|"
        "observations|feedback|your feedback|how can we help|how can we help you"
    ),
    Field.COLLECTED_ON: (
        "created|created at|created on|created date|created time|creation date|creation time|"
        "create date|create time|date created|date added|date added utc|added|added on|added at|"
        "added date|added time|time added|signup date|sign-up date|signed up|signed up at|"
        "signed up on|signup time|subscribed on|subscribed at|subscribe date|subscription date|"
        "date subscribed|collected on|collected at|collection date|date collected|optin time|"
        "optin date|opt-in date|opt-in time|date of opt-in|confirm time|confirmation time|"
        "confirmed at|consent date|date of consent|consent given on|consent timestamp|"
        "consented at|consent obtained on|timestamp|time stamp|submitted at|submitted on|"
        "submitted|submission date|submission time|submit date|submit date utc|date submitted|"
        "submitted date|registered|registered on|registered at|registration date|"
        "registration time|date registered|date of registration|entry date|date entered|"
        "entered on|joined|joined on|joined at|date joined|join date|joining date|member since|"
        "customer since|client since|subscriber since|connected on|first seen|first seen at|"
        "first contact|first contact date|first contacted|date of first contact|"
        "first activity date|account created|account created at|account creation date|"
        "customer created|contact created|contact created at|enrolment date|enrollment date|"
        "enrolled on|became a lead date|became a customer date|became a subscriber date|"
        "original create date|date of collection|date captured|captured on|captured at"
    ),
    Field.LAST_CONTACT_ON: (
        "last contact|last contact on|last contact date|date of last contact|last contacted|"
        "last contacted on|last contacted at|last contact time|last activity|last activity date|"
        "date of last activity|last active|last active on|last active at|last seen|last seen at|"
        "last seen on|last interaction|last interaction date|last engagement|"
        "last engagement date|last order date|date of last order|last ordered on|"
        "last purchase|last purchase date|date of last purchase|last purchased on|last login|"
        "last login date|last login at|last logged in|last sign in|last sign in at|last visit|"
        "last visit date|last visited|last communication|last communication date|last reply|"
        "last replied|last meeting date|last call date|last call|last meeting|"
        "most recent activity|recent activity date|last gift date|last donation date|"
        "date of last donation|last payment date|last touch|last touched|last heard from|"
        "last conversation|last appointment|last appointment date|last stay"
    ),
    Field.PROCESSING_ENDED_ON: (
        "processing ended on|processing end date|contract end|contract end date|contract ended|"
        "contract ended on|end of contract|contract expiry|contract expiry date|"
        "contract expiration date|contract expires|end date|termination date|terminated on|"
        "terminated at|date terminated|date of termination|leaving date|leave date|date left|"
        "left on|date of leaving|membership end|membership end date|membership ends|"
        "membership expires|membership expiry|membership expiry date|membership expiration date|"
        "membership expired on|subscription end|subscription end date|subscription ends|"
        "subscription ended|subscription expires|subscription canceled at|"
        "subscription cancelled at|churn date|churned on|churned at|end of relationship|"
        "relationship ended on|account closed|account closed on|account closing date|"
        "closed account date|deactivated on|deactivated at|deactivation date|resignation date|"
        "exit date|offboarded on|end of membership|end of employment|employment end date|"
        "became inactive on"
    ),
    Field.CHANNEL: (
        "channel|source|sources|lead source|contact source|customer source|origin|"
        "source of contact|source of data|data source|data origin|acquisition channel|"
        "acquisition source|original source|original source type|original traffic source|"
        "traffic source|signup source|sign-up source|signup method|subscription source|"
        "registration source|referral source|marketing channel|sales channel|source name|"
        "record source|first source|collected via|collected through|collection channel|"
        "collection method|how collected|how did you hear about us|how did you hear of us|"
        "how did you find us|where did you hear about us|utm source|opt-in source|optin source|"
        "consent source"
    ),
    Field.OPT_IN: (
        "opt-in|optin|opted in|email opt-in|email opted in|sms opt-in|sms opted in|phone opt-in|"
        "consent|consents|consented|consent given|gdpr consent|gdpr|marketing consent|"
        "email consent|email marketing consent|sms consent|sms marketing consent|phone consent|"
        "newsletter|newsletters|newsletter opt-in|newsletter consent|newsletter subscription|"
        "newsletter subscriber|newsletter signup|newsletter sign-up|subscribed|subscribe|"
        "subscribed to newsletter|subscribed to emails|subscribe to newsletter|"
        "accepts marketing|accepts email marketing|accepts sms marketing|"
        "accepts whatsapp marketing|accepts newsletter|marketing permission|"
        "marketing permissions|marketing opt-in|marketing opted in|marketing emails|"
        "marketing allowed|receive newsletter|receives newsletter|receive emails|"
        "receive marketing|receive marketing emails|receive sms|receive offers|"
        "wants newsletter|email subscription|double opt-in|agreed to marketing|"
        "agree to marketing|agrees to marketing|communication consent|consent to email|"
        "consent to sms|consent to phone|consent to post|consent to marketing|"
        "consent to newsletter|partner opt-in|third party opt-in|partner offers|"
        "third party marketing|opt-in partners|postal opt-in|mail opt-in|"
        "i agree to receive the newsletter|opt-in status|optin status|"
        "permission to email|permission to contact|contact permission|"
        "whatsapp opt-in|whatsapp consent|profiling consent"
    ),
    Field.OPT_OUT: (
        "opt-out|optout|opted out|email opt-out|email opted out|email optout|has opted out of email|"
        "sms opt-out|sms opted out|fax opt-out|has opted out of fax|phone opt-out|"
        "marketing opt-out|unsubscribed|unsubscribed at|unsubscribed on|unsubscribe|"
        "unsubscribe date|unsubscribe time|unsub time|date unsubscribed|"
        "unsubscribed from all email|unsubscribed from emails|unsubscribed from newsletter|"
        "opted out of email|opted out of all email|opt-out date|optout date|optout time|"
        "opt-out of marketing|do not contact|do not call|do not email|do not e-mail|do not mail|"
        "do not sms|do not text|do not phone|do not post|do not market|do not fax|do not track|"
        "do not process|do not sell|don't contact|don't email|don't call|no contact|no marketing|"
        "no email|no emails|no calls|no mailing|no newsletter|objection|objected|objects|"
        "objection to processing|objection to marketing|blacklisted|blocklisted|"
        "blacklist|blocklist|dnc|email blacklisted|email blocklisted|sms blacklisted|sms blocklisted|"
        "suppressed|consent withdrawn|withdrawn consent|withdrawal of consent|"
        "consent withdrawn on|consent revoked|tps registered"
    ),
}  # fmt: skip
