import type { Button, InboundFile } from '../../../hub/channels/index.ts';
import { feedbackKinds, type Addressee, type Topic } from '../../../hub/feedback/index.ts';
import { shortId } from '../../../hub/platform/ids.ts';
import type { Say } from '../../../hub/platform/locales.ts';
import { longestText, type Draft } from './draft.ts';
import { fileInWords, kindInWords, previewInWords } from './words.ts';

/** A question with what can be pressed to answer it. */
export interface Asked {
  text: string;
  buttons: readonly Button[];
}

const longestLabel = 60;

export function askTo(addressees: readonly Addressee[], say: Say): Asked {
  return {
    text: say('feedback-talk-to'),
    buttons: addressees.map(({ unit }, index) => ({
      label: unit.name.slice(0, longestLabel),
      payload: `feedback:to:${index}`,
    })),
  };
}

export function askKind(say: Say): Asked {
  return {
    text: say('feedback-talk-kind'),
    buttons: [
      ...feedbackKinds.map((kind) => ({ label: kindInWords(kind, say), payload: `feedback:kind:${kind}` })),
      { label: say('button-feedback-door'), payload: 'feedback:kind:door' },
    ],
  };
}

export function askTopic(topics: readonly Topic[], say: Say): Asked {
  return {
    text: say('feedback-talk-topic', { count: topics.length }),
    buttons: [
      ...topics.map((topic) => ({
        label: topicInWords(topic, topics).slice(-longestLabel),
        payload: `feedback:topic:${shortId(topic.id)}`,
      })),
      { label: say('button-feedback-no-topic'), payload: 'feedback:topic:none' },
    ],
  };
}

/** With the one above it: "Đường sá – Thoát nước". */
export function topicInWords({ name, parentId }: Topic, topics: readonly Topic[]): string {
  const parent = topics.find(({ id }) => id === parentId);
  return parent ? `${topicInWords(parent, topics)} – ${name}` : name;
}

/** What each level promises, before one chooses: nothing of it may promise more than is so. */
export function askLevel(say: Say): Asked {
  return {
    text: [
      say('feedback-talk-level'),
      `• ${say('feedback-talk-level-named')}`,
      `• ${say('feedback-talk-level-confidential')}`,
      `• ${say('feedback-talk-level-unlinkable')}`,
      say('feedback-talk-level-typed'),
    ].join('\n'),
    buttons: [
      { label: say('button-feedback-named'), payload: 'feedback:level:named' },
      { label: say('button-feedback-confidential'), payload: 'feedback:level:confidential' },
      { label: say('button-feedback-unlinkable'), payload: 'feedback:level:unlinkable' },
    ],
  };
}

/** Which files can be had on this channel, and who writes down what is said in voice notes. */
export interface FilesThere {
  kinds: readonly InboundFile['kind'][];
  transcribedBy: string | null;
}

export function askText({ level }: Draft, { kinds, transcribedBy }: FilesThere, say: Say): Asked {
  const named = level === 'named';
  const voice = named ? 'yes' : 'no';
  const lines = [
    say('feedback-talk-text', { most: longestText }),
    ...(kinds.includes('file') ? [say('feedback-talk-text-files', { voice })] : []),
    ...(kinds.length > 0 && !kinds.includes('file') ? [say('feedback-talk-text-photos', { voice })] : []),
    ...(kinds.includes('voice') && named && transcribedBy
      ? [say('feedback-talk-text-heard', { host: transcribedBy })]
      : []),
    ...(named ? [] : [say('feedback-talk-text-confidential')]),
  ];
  return { text: lines.join('\n'), buttons: [] };
}

/** In confidence nobody's voice goes. */
export function askVoice(say: Say): Asked {
  return {
    text: say('feedback-talk-voice'),
    buttons: [
      { label: say('button-feedback-named'), payload: 'feedback:level:named' },
      { label: say('button-feedback-no-voice'), payload: 'feedback:voice:drop' },
      stopButton(say),
    ],
  };
}

export function askUnfile({ files = [] }: Draft, say: Say): Asked {
  return {
    text: say('feedback-talk-unfile'),
    buttons: [
      ...files.map((file, index) => ({
        label: `${index + 1}. ${fileInWords(file, say)}`.slice(0, longestLabel),
        payload: `feedback:unfile:${shortId(file.id)}`,
      })),
      { label: say('button-feedback-unfile-all'), payload: 'feedback:unfile:all' },
    ],
  };
}

export function askLong({ text }: Draft, say: Say): Asked {
  return {
    text: say('feedback-talk-long', { length: text!.length, most: longestText }),
    buttons: [
      { label: say('button-feedback-split'), payload: 'feedback:split' },
      { label: say('button-feedback-rewrite'), payload: 'feedback:part:text' },
      stopButton(say),
    ],
  };
}

export function askReview(draft: Draft, say: Say): Asked {
  return {
    text: previewInWords(draft, say),
    buttons: [
      { label: say('button-feedback-send'), payload: 'feedback:send' },
      { label: say('button-feedback-edit'), payload: 'feedback:edit' },
      ...(draft.files ? [{ label: say('button-feedback-unfile'), payload: 'feedback:unfile' }] : []),
      stopButton(say),
    ],
  };
}

export function askEdit(say: Say): Asked {
  return {
    text: say('feedback-talk-edit'),
    buttons: [
      { label: say('button-feedback-part-text'), payload: 'feedback:part:text' },
      { label: say('button-feedback-part-to'), payload: 'feedback:part:to' },
      { label: say('button-feedback-part-kind'), payload: 'feedback:part:kind' },
      { label: say('button-feedback-part-topic'), payload: 'feedback:part:topic' },
      { label: say('button-feedback-part-level'), payload: 'feedback:part:level' },
    ],
  };
}

function stopButton(say: Say): Button {
  return { label: say('button-feedback-stop'), payload: 'feedback:stop' };
}
