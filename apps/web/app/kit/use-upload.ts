import { useEffect, useRef, useState } from 'react';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { type UploadedPicture, uploadPicture } from '~/data/upload';
import type { PictureKind } from '~/graphql/generated/documents';
import { type Drawable, fileToSend, openPicture, type Region } from './picture-file';

type Phase =
  | { at: 'rest' }
  | { at: 'preparing' }
  /** Waits for the person to choose the part that shows. */
  | { at: 'cropping'; file: File; picture: Drawable }
  /** `share` sent, 0 to 1. */
  | { at: 'sending'; share: number };

const UNREADABLE: ProblemFacts = { code: 'UNSUPPORTED_PICTURE', params: {} };

/** From a chosen file to a picture of the API, cut to a square first if asked. The last choice wins; leaving calls it off. */
export function useUpload(kind: PictureKind, square: boolean, onDone: (picture: UploadedPicture) => void) {
  const [phase, setPhase] = useState<Phase>({ at: 'rest' });
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);

  const begin = () => {
    under.current?.abort();
    under.current = new AbortController();
    setProblem(null);
    return under.current.signal;
  };
  const fail = (facts: ProblemFacts, signal: AbortSignal) => {
    if (signal.aborted) return;
    setProblem(facts);
    setPhase({ at: 'rest' });
  };
  const send = async (file: File, picture: Drawable, region: Region | undefined, signal: AbortSignal) => {
    setPhase({ at: 'sending', share: 0 });
    try {
      const blob = await fileToSend(file, picture, kind, region);
      const uploaded = await uploadPicture(kind, blob, { signal, onProgress: (share) => !signal.aborted && setPhase({ at: 'sending', share }) });
      if (signal.aborted) return;
      setPhase({ at: 'rest' });
      onDone(uploaded);
    } catch (error) {
      fail(asProblem(error), signal);
    }
  };
  const choose = async (file: File) => {
    const signal = begin();
    setPhase({ at: 'preparing' });
    const picture = await openPicture(file).catch(() => null);
    if (signal.aborted) return;
    if (!picture) return fail(UNREADABLE, signal);
    if (square) setPhase({ at: 'cropping', file, picture });
    else await send(file, picture, undefined, signal);
  };
  const use = (region: Region) => {
    if (phase.at === 'cropping') void send(phase.file, phase.picture, region, begin());
  };
  const cancel = () => {
    under.current?.abort();
    setPhase({ at: 'rest' });
  };
  return { phase, problem, choose, use, cancel };
}
