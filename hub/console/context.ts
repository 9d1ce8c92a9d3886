import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Say } from '../platform/locales.ts';

/** What every part of a page may need while it is rendered. */
export interface Frame {
  language: Language;
  say: Say;
  /** Address of an asset by its name. */
  asset: (name: string) => string;
  /** Proves that a form comes from our own page; null where nobody is signed in. */
  formToken: string | null;
}

export const FrameContext = createContext<Frame | null>(null);

/** @throws {Error} outside a page: that is a bug */
export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('a component was rendered outside a page');
  return frame;
}

/** Says a message in the reader's language. */
export function useSay(): Say {
  return useFrame().say;
}
