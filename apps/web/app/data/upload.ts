import type { PictureFactsFragment, PictureKind } from '~/graphql/generated/documents';
import { ProblemError, problemOf } from './problem';

/** What `POST /media` answers. */
export type UploadedPicture = Omit<PictureFactsFragment, '__typename'>;

interface Following {
  /** Called with the share that is sent, 0 to 1; 1 while the picture is being made. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/**
 * Sends a picture to the API with the session's cookie. By XMLHttpRequest: `fetch` does not say how far it is.
 * @throws ProblemError with the API's code, or `OFFLINE` when no answer came; DOMException `AbortError` when it was called off
 */
export function uploadPicture(kind: PictureKind, file: Blob, { onProgress, signal }: Following = {}): Promise<UploadedPicture> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const callOff = () => request.abort();
    request.open('POST', `/media?kind=${kind}`);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => settle(request, resolve, reject);
    request.onerror = () => reject(new ProblemError({ code: 'OFFLINE', params: {} }));
    request.onabort = () => reject(new DOMException('Called off', 'AbortError'));
    request.onloadend = () => signal?.removeEventListener('abort', callOff);
    signal?.addEventListener('abort', callOff, { once: true });
    request.send(file);
  });
}

function settle({ status, response }: XMLHttpRequest, resolve: (picture: UploadedPicture) => void, reject: (error: Error) => void): void {
  const answer = response as ({ errors?: Parameters<typeof problemOf>[0] } & UploadedPicture) | null;
  if (status === 201 && answer) return resolve(answer);
  reject(new ProblemError(answer?.errors ? problemOf(answer.errors) : { code: 'INTERNAL', params: {} }));
}
