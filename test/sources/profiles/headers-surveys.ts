import { seen } from './seen.ts';

/** Headers of survey and CRM exports to the letter, and the one profile each is recognised as. */
export const headers = [
  ...seen('typeform', 'surveys', {
    'an export of 2023, before the column Ending':
      '#,How likely are you to recommend us?,Other,email,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags',
    'an export with the column Ending':
      '#,How likely are you to recommend us?,Other,email,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags,Ending',
  }),
  ...seen('surveymonkey', 'surveys', {
    'an export of 2020, choices under blank names':
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely is it that you would recommend this company to a friend or colleague?,,',
    'an export with the newer names of dates':
      'Respondent ID,Collector ID,Date Created,Date Modified,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely is it that you would recommend this company to a friend or colleague?',
    'a condensed export of old':
      'RespondentID,CollectorID,StartDate,EndDate,IP Address,Email Address,First Name,LastName,Custom Data,How likely is it that you would recommend us?',
    'a condensed export without the columns of the respondent':
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,How satisfied are you?,How likely to recommend?,Age',
  }),
  ...seen('qualtrics', 'surveys', {
    'the documentation of the vendor':
      'StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1_NPS_GROUP,Q1',
  }),
  ...seen('google-forms', 'surveys', {
    'a sheet in English': 'Timestamp,Email Address,Full name,How likely are you to recommend us?',
    'a form that collects names of accounts': 'Timestamp,Username,How likely are you to recommend us?',
    'a sheet in French, a question of two lines':
      'Horodateur,Adresse e-mail,Recommanderiez-vous\nnotre boutique ?',
    'a form in French that collects names of accounts':
      "Horodateur,Nom d'utilisateur,Recommanderiez-vous notre boutique ?",
  }),
  ...seen('delighted', 'surveys', {
    'the API, person not expanded, no properties':
      'id,person,survey_type,score,comment,permalink,created_at,updated_at,notes,tags,additional_answers',
    'the API, person expanded':
      'id,person.id,person.email,person.name,survey_type,score,comment,permalink,created_at,updated_at,person_properties.Locale,notes,tags,additional_answers',
  }),
  ...seen('asknicely', 'surveys', {
    'the test of tap-ask-nicely':
      'response_id,person_id,contact_id,name,email,answer,answerlabel,data,comment,note,status,dontcontact,sent,opened,responded,lastemailed,created,segment,question_type,published,publishedname,publishedavatar,deliverymethod,survey_template,theme,life_cycle,customproperty_c,topic_c,workflow_zendesk_detractor_c,workflow_custom_alerts_mary_c,workflow_email_alert_c,dashboard,email_token',
  }),
  ...seen('hubspot-feedback', 'surveys', {
    'the default properties in the documentation of the vendor':
      'Date,Sentiment,Rating,Survey name,Survey type,Channel,Survey ID,Submission ID',
    'the connector of Airbyte, records of the API':
      'properties.hs_content,properties.hs_ingestion_id,properties.hs_response_group,properties.hs_submission_name,properties.hs_survey_channel,properties.hs_survey_id,properties.hs_survey_name,properties.hs_survey_type,properties.hs_value',
  }),
  ...seen('medallia-agent-connect', 'surveys', {
    'docs.medallia.com, Agent Connect':
      'request_id,request_sent_at,request_sent_to,request_delivery_status,response_received_at,star_rating,comments',
  }),
  ...seen('hubspot-contacts', 'customers', {
    'an export in English':
      'Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Associated Company,Associated Company IDs,Country/Region,Contact owner,Lifecycle Stage',
    'an export of few columns': 'Record ID,First Name,Last Name,Email,Phone Number,Associated Company IDs',
  }),
  ...seen('hubspot-deals', 'orders', {
    'an export in English': 'Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date',
    'a public imitation of an export with the primary company':
      'Record ID,Deal Name,Pipeline,Deal Stage,Amount,Close Date,Create Date,Last Activity Date,Deal owner,Associated Company IDs (Primary),Associated Company (Primary)',
    'an export in French, its columns as far as public importers read them':
      "ID de fiche d'informations,Nom de la transaction,Phase de la transaction,Pipeline,Montant,Date de fermeture,Date de création",
  }),
  ...seen('salesforce-contacts', 'customers', {
    'the data export, names of the API':
      'Id,AccountId,LastName,FirstName,Email,HasOptedOutOfEmail,CreatedDate',
    'Data Loader, names in capitals': 'ID,ISDELETED,ACCOUNTID,LASTNAME,FIRSTNAME,EMAIL,OWNERID,CREATEDDATE',
  }),
];
