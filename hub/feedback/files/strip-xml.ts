import { posix } from 'node:path';

/** Values of a tag stand in quotes; a `>` within them does not end it. */
const tags = /<(?:[^<>"']|"[^"]*"|'[^']*')*>/g;
const attribute = (names: string) =>
  new RegExp(`\\s(?:[\\w-]+:)?(?:${names})\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g');

/** Attributes that may be missing: when a change was made, by whose session, and short for whom. */
const dropped = attribute('date|dateUtc|initials|rsid\\w*|dT');
/** Attributes that have to be there, and may be empty. A table of Excel has a `displayName` too, and needs it. */
const emptied = (names: string) =>
  new RegExp(`(\\s(?:[\\w-]+:)?(?:${names})\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'g');
const ofChanges = emptied('author');
const ofPersons = emptied('displayName|userId|providerId');
/** The printer's settings, which go. */
const ofRelation = attribute('id');
/** Where something lies on somebody's disk, such as `file:///C:/Users/An/don.docx`. */
const onDisk = /(\sTarget\s*=\s*)["'](?:file:|[a-z]:|\\\\)[^"']*["']/i;
/** Elements that go with all they hold. */
const elements = [
  'w:rsids',
  'w14:docId',
  'w15:docId',
  'w:attachedTemplate',
  'x15ac:absPath',
  'fileSharing',
  'xr:revisionPtr',
];

/**
 * One part of an Office file without who wrote it and when.
 *
 * @param isDropped is this part, by its path in the package, left out?
 * @throws it is not UTF-8
 */
export function strippedXml(name: string, bytes: Buffer, isDropped: (part: string) => boolean): Buffer {
  let xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)/i.exec(xml)?.[1] ?? 'utf-8';
  // Whoever declares another one, or entities of its own, hides something.
  if (!/^(?:utf-8|us-ascii)$/i.test(declared) || /<!(?:DOCTYPE|ENTITY)/i.test(xml))
    throw new Error('odd XML');
  xml = xml.replaceAll(/<!--[\s\S]*?-->/g, '');
  for (const element of elements) xml = without(xml, element);
  if (/^xl\/comments/i.test(name)) xml = xml.replaceAll(/(<(?:\w+:)?author(?:\s[^>]*)?>)[^<]*/g, '$1');
  const empty = name.startsWith('xl/persons/') ? ofPersons : ofChanges;
  return Buffer.from(
    xml.replaceAll(tags, (tag) => {
      if (tag.startsWith('<?')) return tag;
      if (refersTo(tag, name, isDropped)) return '';
      if (/^<(?:\w+:)?pageSetup\s/.test(tag)) return tag.replaceAll(ofRelation, '');
      return tag.replace(onDisk, '$1"about:blank"').replaceAll(dropped, '').replaceAll(empty, '$1""');
    }),
  );
}

function without(xml: string, element: string): string {
  return xml
    .replaceAll(new RegExp(`<${element}(?:\\s(?:[^<>"']|"[^"]*"|'[^']*')*)?/>`, 'g'), '')
    .replaceAll(new RegExp(`<${element}(?:\\s[^>]*)?>[\\s\\S]*?</${element}>`, 'g'), '');
}

/** Does the tag, of a list of types or of relations, name a part that is left out? */
function refersTo(tag: string, name: string, isDropped: (part: string) => boolean): boolean {
  if (name === '[Content_Types].xml') {
    const part = /\sPartName\s*=\s*["']\/?([^"']*)/.exec(tag)?.[1];
    return part !== undefined && isDropped(part);
  }
  if (!name.endsWith('.rels') || !/^<(?:\w+:)?Relationship\s/.test(tag)) return false;
  if (/\/(?:attachedTemplate|printerSettings)["']/.test(tag)) return true;
  const target = /\sTarget\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? '';
  if (/TargetMode\s*=\s*["']External/.test(tag)) return false;
  return isDropped(target.startsWith('/') ? target.slice(1) : posix.join(folderOf(name), target));
}

/** Targets in `word/_rels/document.xml.rels` are told from `word/`. */
const folderOf = (rels: string): string => posix.dirname(posix.dirname(rels));
