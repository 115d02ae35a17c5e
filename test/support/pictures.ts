import sharp from 'sharp';
import type { Client } from './client.js';

interface Uploaded {
  readonly status: number;
  readonly code: string | null;
  readonly params: Record<string, unknown>;
  readonly picture: { id: string; url: string; plainUrl: string; srcset: string; width: number; height: number; color: string; alt: string } | null;
}

/** Sends a file as a client does. */
export async function upload(client: Client, kind: string, file: Buffer, headers: Record<string, string> = {}): Promise<Uploaded> {
  const response = await fetch(`${client.url}/media?kind=${kind}`, {
    method: 'POST',
    headers: { ...(client.token ? { authorization: `Bearer ${client.token}` } : {}), 'content-type': 'application/octet-stream', ...headers },
    body: new Uint8Array(file),
  });
  const answer = (await response.json()) as { errors?: { extensions: { code: string; params: Record<string, unknown> } }[] };
  const refusal = answer.errors?.[0]?.extensions;
  return { status: response.status, code: refusal?.code ?? null, params: refusal?.params ?? {}, picture: refusal ? null : (answer as never) };
}

/** Uploads and answers the picture; throws when it is refused. */
export async function aPicture(client: Client, kind: string, file?: Buffer): Promise<NonNullable<Uploaded['picture']>> {
  const { picture, code } = await upload(client, kind, file ?? (await aPhoto()));
  if (!picture) throw new Error(`Refused: ${code}`);
  return picture;
}

/** A picture of noise and one colour, another one each time. */
export function aPhoto({ width = 450, height = 300, format = 'jpeg' }: { width?: number; height?: number; format?: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' } = {}): Promise<Buffer> {
  const background = { r: random(), g: random(), b: random() };
  return sharp({ create: { width, height, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 5 } } }).toFormat(format).toBuffer();
}

const random = () => Math.floor(Math.random() * 255);
