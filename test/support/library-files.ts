/** Small Questionnaires as a site might bring them: one good and odd, two that are none. */
export const GOOD_FORM = `{
  "resourceType": "Questionnaire",
  "id": "E2E-1", "version": "2.0",   "title": "Falls huddle",
  "status": "draft",
  "extension": [{ "url": "https://example.invalid/unknown", "valueString": "kept as it came" }],
  "item": [
    { "linkId": "fell", "type": "boolean", "text": "Did somebody fall?" },
    { "linkId": "where", "type": "string", "text": "Where?", "enableWhen": [{ "question": "fell", "operator": "=", "answerBoolean": true }] }
  ]
}
`;

/** Two items of one name: no answer could be told from the other. */
export const TWICE_THE_SAME_ITEM = JSON.stringify({
  resourceType: 'Questionnaire',
  id: 'E2E-2',
  version: '1',
  status: 'draft',
  item: [
    { linkId: 'a', type: 'string', text: 'First' },
    { linkId: 'a', type: 'string', text: 'Second' },
  ],
});

/** Cut off in the middle. */
export const NOT_JSON = '{ "resourceType": "Questionnaire", "item": [';
