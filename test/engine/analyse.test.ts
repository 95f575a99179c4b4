import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import { MAX_NOTE, MAX_PIECES } from '../../server/src/engine/limits.js';
import { lfOffsets, toLf } from '../../server/src/engine/note/line-ends.js';
import { check, CONTEXT, mark, rules } from '../support/check.js';

/** One entry with these phrases. */
function avoid(phrases: string, more = '', answer = 'ask: Who decided?'): string {
  return `entries:\n  - avoid: |\n${phrases.split('\n').map((line) => `      ${line}`).join('\n')}\n    ${answer}\n${more}`;
}

const TOLD = avoid('{family} be [[told to]]');
const SIBLINGS = avoid('sibling', '', 'replace: brothers and sisters');

/** What rules underline, in the rules' order of ids where it matters. */
function found(text: string, ...sources: string[]): string[] {
  return analyse(text, rules(...sources), CONTEXT).findings.map((finding) => `${finding.rule.slice(5)}: ${text.slice(finding.start, finding.end)}`);
}

describe('what rules find in a note', () => {
  it('is underlined in every kind of block', () => {
    check('Mum was [[told to]] go.\n\n- Dad was [[told\n  to]] ring\n\n| Who | What |\n|---|---|\n| School | Mum was [[told to]] wait |\n\n**Mum** was *[[told to]]* go.', TOLD);
  });

  it('is found by the rules that ship, under their own ids', () => {
    const { findings } = check('Mum was reminded. Ava has two [[siblings]].', 'jargon/siblings');
    assert.deepEqual(findings.map(({ rule }) => rule), ['jargon/siblings']);
  });

  it('says what was seen, why it matters and what to ask', () => {
    const [finding] = check('Mum was [[told to]] go.', `${TOLD}title: Who decided?\nwhy: It hides who decided.`).findings;
    assert.deepEqual(finding, {
      rule: 'ours/one', severity: 'suggestion', title: 'Who decided?', message: '“told to”: it hides who decided. Who decided?', ask: 'Who decided?', start: 8, end: 15, fixes: [],
    });
  });

  it('may say so in its own words', () => {
    const source = avoid('sibling', '', "ask: Who?\n    message: “{match}” stands {count} times, '{match}'.");
    const { findings } = check('His [[siblings]], her [[siblings]], my [[sibling]].', source);
    assert.deepEqual(findings.map(({ message }) => message), ["“siblings” stands 3 times, 'siblings'.", "“siblings” stands 3 times, 'siblings'.", "“sibling” stands 3 times, 'sibling'."]);
  });

  it('keeps what the writer wrote out of patterns', () => {
    const [finding] = check('It cost [[money $& {count]]} $1.', avoid('[[money ... count]]', '', 'ask: Who?\n    message: “{match}”')).findings;
    assert.equal(finding.message, '“money $& {count”');
  });

  it('comes by start, then end, then rule', () => {
    assert.deepEqual(found('b a, a b', avoid('a'), avoid('b')), ['two: b', 'one: a', 'one: a', 'two: b']);
  });
});

describe('other people’s words', () => {
  it('are not raised in quotation marks', () => {
    check('“Mum was told to go,” Dad said. Mum was [[told to]] go.', TOLD);
    check('Dad said "Mum was told to go". \'Mum was told to go,\' said Dad.', TOLD);
  });
  it('are not raised where they are somebody\'s name', () => {
    const rule = avoid('barney');
    check('---\nchild: Barney Cole\n---\n\nBarney slept. They had a [[barney]].', rule);
    check('They had a [[barney]]. [[Barney]] over.', rule);
  });
  it('are not raised in a block quote', () => { check('> Mum was told to go.\n\nMum was [[told to]] go.', TOLD); });
  it('are raised where the rule says so, and never edited', () => {
    const source = `${SIBLINGS}quotes: include`;
    const { findings } = check('He said “my [[siblings]] left”. His [[siblings]] did.\n\n> our [[siblings]]\n', source);
    assert.deepEqual(findings.map(({ fixes }) => fixes.length), [0, 1, 0]);
  });
});

describe('where matches overlap', () => {
  it('the longest speaks alone', () => assert.deepEqual(found('Mum was told to go.', avoid('told'), avoid('was told to'), avoid('told to')), ['two: was told to']));
  it('what was read counts, not only what is underlined', () => assert.deepEqual(found('Mum was told to go.', avoid('be told to'), avoid('{family} was [[told]] to go')), ['two: told']));
  it('of equals, the rule that reads fewer places', () => {
    const text = '# Plan\n\nWe were told to.';
    assert.deepEqual(found(text, avoid('told to'), `${avoid('told to')}where: plan`), ['two: told to']);
  });
  it('both speak where they only touch', () => assert.deepEqual(found('told to', avoid('told'), avoid('to')), ['one: told', 'two: to']));
});

describe('a term raised once', () => {
  const once = `${SIBLINGS}raise: once`;
  it('is raised where it first stands, in either number', () => { check('His [[siblings]] came.\n\nA sibling left. SIBLINGS rang.', once); });
  it('is another term than its neighbour', () => { check('[[siblings]], [[peers]], siblings, peers', `${avoid('sibling\npeer')}raise: once`); });
  it('is not used up by somebody’s words', () => { check('“My siblings,” he said. His [[siblings]] came.', once); });
  it('is not used up by a rule that reads elsewhere', () => {
    assert.deepEqual(found('siblings\n\n# Plan\n\nsiblings siblings', `${once}\nwhere: plan`), ['one: siblings']);
  });
});

describe('a term that is explained', () => {
  const explained = `${avoid('core group\nkinship care')}explained: clears`;
  it('is not raised', () => { check('The core group (people who help Leo) met.', explained); });
  it('is not raised afterwards', () => { check('The core group (people who help Leo) met.\n\nThe core group met. [[Kinship care]].', explained); });
  it('is raised before', () => { check('The [[core group]] met.\n\nThe core group (people who help Leo) met.', explained); });
  it('takes with it what its letters begin', () => {
    const letters = 'check:\n  kind: acronym\n  glossary:\n    - "CIN: child in need | help"\nexplained: clears';
    assert.deepEqual(analyse('Leo is a child in need (CIN).\n\nA CIN plan, a CP plan.', rules(letters, `${avoid('(CIN|CP) plan')}explained: clears`), CONTEXT).findings.map(({ start }) => start), [45]);
  });
  it('is not explained by a date', () => { check('The [[core group]] (14 May 2024) met.', explained); });
});

describe('evidence', () => {
  const vague = 'Dad was [[hostile]] throughout.';
  it('clears a match', () => {
    const source = `${avoid('hostile')}evidence: clears`;
    check(vague, source);
    check('Dad was hostile: he kicked the door.', source);
    check('Dad was hostile. He shouted for 10 minutes.', source);
    check('Dad was\nhostile and\nsaid "go".', source);
    check('On Monday he came. Dad was [[hostile]]. We left. It was 4 pm.', source);
    check('On 3 May he came.\n\nDad was [[hostile]].', source);
  });
  it('lowers a warning to a suggestion', () => {
    const source = `${avoid('hostile')}evidence: lowers\nseverity: warning`;
    assert.deepEqual(check(`${vague}\n\nDad was [[hostile]] on 3 May.`, source).findings.map(({ severity }) => severity), ['warning', 'suggestion']);
  });
  it('leaves a strong suggestion, and clears a gentle one', () => {
    check('Dad was [[hostile]] on 3 May.', `${avoid('hostile')}evidence: lowers`);
    check('Dad was hostile on 3 May.', `${avoid('hostile')}evidence: lowers\nlevel: gentle`);
  });
  it('that clears the longest match lets another speak', () => {
    assert.deepEqual(found('Dad was hostile to us on 3 May.', `${avoid('hostile to us')}evidence: clears`, avoid('hostile')), ['two: hostile']);
  });
});

describe('an error', () => {
  const source = `${avoid('told')}severity: error`;
  it('is shown in a template', () => assert.equal(check('[[told]]', source, { template: true }).findings[0].severity, 'error'));
  it('is a warning in a live note', () => assert.equal(check('[[told]]', source).findings[0].severity, 'warning'));
});

describe('unless', () => {
  it('clears a match it stands over or touches', () => {
    const source = `${avoid('{family} engaged')}unless: |\n  engaged to be married\n  get engaged`;
    check('[[Mum engaged]] with it. Mum engaged to be married. Mum got engaged.', source);
  });
  it('leaves a match of another rule, and one further on', () => {
    assert.deepEqual(found('Mum engaged to be married.', `${avoid('engaged')}unless: engaged to be married`, avoid('be married')), ['two: be married']);
    check('He is engaged to be married and [[engaged]].', `${avoid('engaged')}unless: engaged to be married`);
  });
  it('nearby clears every match of its sentence', () => {
    const source = `${avoid('told to')}unless-nearby: court`;
    check('The court said she was told to go\nand told to stay. She was [[told to]] ring. Told to go by the court.', source);
    check('The court sat.\n\nShe was [[told to]] go.', source);
  });
  it('nearby clears the next sentence too, where it ends in dots', () => {
    const source = `${avoid('told to')}unless-nearby: court sat ...`;
    check('She was [[told to]] ring. The court sat. She was told to go. She was [[told to]] stay.', source);
    check('The court sat and she was told to go.\n\nShe was [[told to]] stay.', source);
  });
});

describe('an entry beside something', () => {
  const source = `${avoid('gently')}    beside: (shake|hit)\n`;
  it('speaks only where that stands in the sentence too', () => {
    check('He shook her [[gently]]. He rocked her gently.', source);
    check('He rocked her gently. She was hit.\n\nThen [[gently]] he hit her.', source);
  });
  it('is not its own company', () => check('He shook her. It was gently done.', `${avoid('gently done')}    beside: gently\n`));
  it('speaks as often as the words stand there', () => check(`${'[[gently]], '.repeat(80)}he hit her.`, source));
});

describe('unless, over and over in one paragraph', () => {
  const some = 'She was [[told to]] ring. He was told to sit down. The court had her told to go. They were told to sleep if asked. Nobody was ever told to go. ';
  const source = `${avoid('told to')}unless: told to sit\nunless-nearby: court\nunless-after: |\n  ... if asked\nunless-before: nobody was ...`;
  it('clears what it clears when it stands there once', () => check(some, source));
  it('clears the same however often', () => check(some.repeat(40), source));
});

describe('record types', () => {
  const plans = `${avoid('told')}types: [plan, review]`;
  it('are read where they are named', () => {
    check('---\ntype: plan\n---\n\n[[told]]', plans);
    check('---\ntype: Review\n---\n\n[[told]]', plans);
    check('---\ntype: letter\n---\n\ntold', plans, { type: 'plan' });
    check('[[told]]', plans, { type: 'plan' });
    check('---\ntype: nonsense\n---\n\n[[told]]', plans, { type: 'plan' });
    check('told', plans);
  });
  it('of a template may be unknown', () => {
    check('---\ntemplate: true\n---\n\n[[told]]', plans);
    check('[[told]]', plans, { template: true });
    check('---\ntemplate: true\ntype: letter\n---\n\ntold', plans);
  });
});

describe('sections', () => {
  const goals = `${avoid('told')}where: [goal, bottom line]`;
  it('are those under a heading that holds one of the words', () => {
    check('told\n\n# Goals\n\n[[told]]\n\n## For Leo\n\n[[told]]\n\n# Worries\n\ntold\n\n## Our Bottom line:\n\n[[told]]', goals);
  });
  it('are not those that hold it inside another word', () => { check('# Explanation\n\ntold\n\n# Safety plan\n\n[[told]]\n\n# Planning\n\n[[told]]', `${avoid('told')}where: plan`); });
  it('may be left out', () => { check('[[told]]\n\n# History\n\ntold\n\n# Now\n\n[[told]]', `${avoid('told')}not-where: history`); });
  it('have headings that are read in templates, or where a rule says so', () => {
    const text = '# Contact\n\n| Contact | x |\n|---|---|\n| y | z |';
    check(text, avoid('contact'));
    check('# [[Contact]]\n\n| [[Contact]] | x |\n|---|---|\n| y | z |', avoid('contact'), { template: true });
    check('# [[Contact]]\n\n| [[Contact]] | x |\n|---|---|\n| y | z |', `${avoid('contact')}where: headings`);
  });
});

describe('fixes', () => {
  it('are offered in the writer’s own words', () => {
    const [finding] = check('[[Siblings]] came.', SIBLINGS).findings;
    assert.deepEqual(finding.fixes, [{ title: 'Replace with “Brothers and sisters”', safe: false, edits: [{ start: 0, end: 8, text: 'Brothers and sisters' }] }]);
  });
  it('are safe where the rule says so', () => {
    assert.equal(check('[[siblings]]', avoid('sibling', '', 'replace: sisters\n    safe: true')).findings[0].fixes[0].safe, true);
  });
  it('carry inflections', () => {
    assert.equal(check('She [[utilised]] it.', avoid('utilise', '', 'replace: use/inflect')).findings[0].fixes[0].edits[0].text, 'used');
  });
  it('are withheld over markup and line ends', () => {
    assert.deepEqual(check('**[[sib**lings]], [[half\nbrothers]]', avoid('sibling\nhalf brother', '', 'replace: brothers')).findings.map(({ fixes }) => fixes.length), [0, 0]);
  });
});

describe('directives', () => {
  it('set findings aside', () => { check('<!-- alongside-disable-next-line ours/one reason="court wording" -->\nMum was told to go.\n\nMum was [[told to]] go.', TOLD); });
});

describe('strengths', () => {
  it('are the child’s and the family’s own words', () => {
    const text = 'Ava said “I like my new room”. Mum said “we are doing well”.';
    const { strengths } = check(text, TOLD);
    assert.deepEqual(strengths.map(({ start, end, ...rest }) => ({ ...rest, text: text.slice(start, end) })), [
      { kind: 'childs-words', child: 'Ava', text: '“I like my new room”' }, { kind: 'familys-words', text: '“we are doing well”' },
    ]);
  });
});

describe('nothing is silently unread', () => {
  it('a block that is too large is reported', () => {
    const text = `Mum was told to go. ${'word '.repeat(2_000)}\n\nshort`;
    assert.ok(analyse(text, rules(TOLD), CONTEXT).unchecked.some(({ start, reason }) => start === 0 && reason !== ''));
  });
  it('a note that is too long is reported, and the next one is read', () => {
    const ruleSet = rules(TOLD);
    const long = analyse('x'.repeat(MAX_NOTE + 1), ruleSet, CONTEXT);
    assert.deepEqual([long.findings, long.unchecked.length, long.unchecked[0].end, long.words], [[], 1, MAX_NOTE + 1, 0]);
    const line = 'Mum was told to go.\n';
    for (const [many, said] of [[line.repeat(MAX_PIECES + 1), '150,001'], [`| a | b |\n|---|---|\n${'| a | b |\n'.repeat(MAX_PIECES / 4)}`, '150,008']]) {
      const analysis = analyse(many, ruleSet, CONTEXT);
      assert.deepEqual([analysis.findings, analysis.unchecked], [[], [{ start: 0, end: many.length, reason: `The note has too many lines or cells to be read (${said}; the limit is 150,000).` }]]);
    }
    assert.equal(analyse(`${line}${'\n'.repeat(MAX_PIECES * 2)}`, ruleSet, CONTEXT).findings.length, 1);
    assert.match(long.unchecked[0].reason, /too long/);
    assert.equal(analyse('Mum was told to go.', ruleSet, CONTEXT, long).findings.length, 1);
  });
  it('a rule whose library is not loaded is reported', () => {
    const source = 'check:\n  kind: readability\n  age: 12\ntypes: letter';
    const { unchecked, wantsLibraries } = analyse('Dear Sana', rules(source), { ...CONTEXT, type: 'letter' });
    assert.equal(wantsLibraries, true);
    assert.match(unchecked[0].reason, /ours\/one/);
    assert.equal(analyse('Dear Sana', rules(source), { ...CONTEXT, type: 'plan' }).wantsLibraries, false);
  });
});

describe('line ends', () => {
  it('change nothing, and offsets lead back to the file', () => {
    const lf = '---\ntype: plan\n---\n\n# Plan\n\nMum was told\nto go.\n\n- Dad was told to ring\n';
    const crlf = `\uFEFF${lf.replaceAll('\n', '\r\n')}`;
    const ruleSet = rules(TOLD);
    const [one, other] = [analyse(lf, ruleSet, CONTEXT), analyse(toLf(crlf), ruleSet, CONTEXT)];
    assert.deepEqual(other.findings, one.findings);
    const back = lfOffsets(crlf);
    assert.deepEqual(one.findings.map(({ start, end }) => crlf.slice(1).slice(back(start), back(end))), ['told\r\nto', 'told to']);
  });
});

describe('any text', () => {
  it('is read without a fault', () => {
    const ruleSet = rules(TOLD, `${SIBLINGS}explained: clears\nevidence: lowers`, `${avoid('{person}? ... (told|tell) ... {family}')}unless-nearby: "{family} ... court"`);
    const pieces = ['Mum ', 'was told to ', "constructorn't ", "'s ", '"', '“', '”', '> ', '- ', '\n', '\n\n', '| a | b |\n|---|---|\n', '**', '\u2060', '\u2029', '\ud83d', '\0', '# ', '---\n', 'sibling (', ')', '<!-- alongside-disable -->', '[name]', '…', "'d", 'her ', '__proto__ ', '$& '];
    let state = 3;
    for (let n = 0; n < 5_000; n++) {
      let text = '';
      for (let k = 0; k < 14; k++) text += pieces[(state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % pieces.length];
      const { findings } = analyse(text, ruleSet, CONTEXT);
      let last = 0;
      for (const { start, end } of findings) {
        assert.ok(start >= last && end > start && end <= text.length, JSON.stringify(text));
        last = start;
      }
      assert.ok(mark(text, findings).length === text.length + 4 * findings.length);
    }
  });
});
