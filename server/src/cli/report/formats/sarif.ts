/**
 * SARIF 2.1.0, for code scanning and the viewers that read it. It holds the words that were matched, as messages do;
 * lines of the records only where asked for.
 */
import type { Location, Log, Notification, Region, ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../../../engine/finding.js';
import { toLf } from '../../../engine/note/line-ends.js';
import type { Run, ToldRule } from '../formats.js';
import type { FileReport, Place } from '../report.js';
import { named, uriOf } from './place.js';
import { ABOUT, oneLine } from './words.js';

const LEVEL: Readonly<Record<Severity, 'note' | 'warning' | 'error'>> = { suggestion: 'note', warning: 'warning', error: 'error' };

export function sarif(run: Run): string {
  const { report, rules, version } = run;
  const ids = [...rules.keys()].sort();
  const index = new Map(ids.map((id, at) => [id, at]));
  const notifications = [
    ...report.problems.map(({ file, line, column, message }) => notification(file, { startLine: line, startColumn: column }, message)),
    ...report.files.flatMap(({ path, unchecked }) => unchecked.map((place) => notification(path, region(place), place.reason))),
  ];
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'Alongside', version, semanticVersion: version, rules: ids.map((id) => descriptor(rules.get(id)!)) } },
      columnKind: 'utf16CodeUnits',
      invocations: [{ executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications }],
      artifacts: report.files.map(({ path, derived }) => ({ location: location(path), ...(derived ? { mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } : { mimeType: 'text/markdown', sourceLanguage: 'markdown' }) })),
      results: report.files.flatMap((file, at) => results(file, at, index, run)),
    }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** What is undefined is left out of the JSON: written so, all results share a shape, of which there may be very many. */
function results(file: FileReport, artifact: number, index: ReadonlyMap<string, number>, { sources, withText }: Run): readonly Result[] {
  const source = sources.get(file.path) ?? '';
  const lines = withText ? toLf(source).split('\n') : [];
  const { uri, uriBaseId } = location(file.path);
  const artifactLocation = { uri, uriBaseId, index: artifact };
  const raised = named(file).map(({ finding, name }): Result => ({
    ruleId: finding.rule,
    ruleIndex: index.get(finding.rule),
    level: LEVEL[finding.severity],
    message: { text: finding.message },
    locations: [{
      physicalLocation: {
        artifactLocation,
        region: { ...region(finding), snippet: withText ? { text: source.slice(finding.start, finding.end) } : undefined },
        contextRegion: withText ? { startLine: finding.line, endLine: finding.endLine, snippet: { text: lines.slice(finding.line - 1, finding.endLine).join('\n') } } : undefined,
      },
      logicalLocations: logical(finding),
    }],
    partialFingerprints: { 'ruleAndOrdinal/v1': name },
    fixes: finding.fixes.length === 0 ? undefined : finding.fixes.map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [{ artifactLocation: { uri, uriBaseId }, replacements: edits.map(({ start, end, text }) => ({ deletedRegion: { charOffset: start, charLength: end - start }, insertedContent: { text } })) }],
    })),
  }));
  const aside = (file.setAside ?? []).map((one): Result => ({
    ruleId: one.rule,
    level: LEVEL[one.severity],
    message: { text: one.title },
    locations: [{ physicalLocation: { artifactLocation, region: region(one) }, logicalLocations: logical(one) }],
    suppressions: [{ kind: 'external', status: 'accepted' }],
  }));
  return [...raised, ...aside];
}

function descriptor(rule: ToldRule): ReportingDescriptor {
  const category = rule.id.split('/')[0] as keyof typeof ABOUT;
  return {
    id: rule.id,
    name: rule.id.split(/[/-]/).map((word) => word[0].toUpperCase() + word.slice(1)).join(''),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: [rule.why, ...(rule.whenNotToUse ? [`When not to use: ${rule.whenNotToUse}`] : [])].join('\n\n') },
    defaultConfiguration: rule.severity === 'off' ? { enabled: false } : { level: LEVEL[rule.severity] },
    properties: { category, tags: [ABOUT[category] ?? category], sources: rule.sources },
  };
}

function notification(file: string, place: Region, message: string): Notification {
  return { level: 'error', message: { text: oneLine(message) }, locations: [{ physicalLocation: { artifactLocation: location(file), region: place } }] };
}

function region({ line, column, endLine, endColumn, start, end }: Place): Region {
  return { startLine: line, startColumn: column, endLine, endColumn, charOffset: start, charLength: end - start };
}

/** In a Word document, under which heading. */
function logical({ place }: Place): Location['logicalLocations'] {
  return place === undefined ? undefined : [{ name: place, kind: 'element' }];
}

function location(path: string): { uri: string; uriBaseId?: string } {
  const uri = uriOf(path);
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: '%SRCROOT%' };
}
