import { afterAll, describe, expect, test } from 'vitest';
import FhirpathWorker from '../../../../renderer/exchange/fhirpath/fhirpath.worker?worker';
import { createWorkerEngine } from '../../../../renderer/exchange/fhirpath/worker-engine';

const engine = createWorkerEngine({ makeWorker: () => new FhirpathWorker(), deadlineMs: 1_500 });
const response = {
  resourceType: 'QuestionnaireResponse',
  status: 'in-progress',
  item: [{ linkId: 'a', answer: [{ valueDecimal: 38.4 }] }],
};
const evaluate = (...expressions: readonly string[]) =>
  engine.evaluate({
    questionnaire: undefined,
    response,
    context: response,
    expressions: expressions.map((expression) => ({ key: expression, expression })),
  });

afterAll(() => engine.close());

describe('the real engine in a real worker', () => {
  test('works out answers when asked', async () => {
    const [fahrenheit] = await evaluate("item.where(linkId='a').answer.value * 9 / 5 + 32");
    expect(fahrenheit?.result).toEqual([101.12]);
  });

  test('leaves the page free and answers the rest when an expression never ends', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 20);
    // Hours of work in little memory and a shallow stack: one that grows or goes deep dies of its size in a second.
    const count = '(1).repeat(iif($this < 200, $this + 1, {}))';
    const endless = `${count}.select(${count}.select(${count}.select(${count}.count())))`;
    const outcomes = await evaluate("item.where(linkId='a').linkId", endless, 'item.answer.exists()');
    clearInterval(timer);
    expect(outcomes.map(({ result, error }) => result ?? error)).toEqual([['a'], 'timeout', [true]]);
    expect(ticks).toBeGreaterThan(20);
  });
});
