import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const KEY = 'AKIDEXAMPLE';
export const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

export interface FakeS3 {
  /** As `MEDIA_URL` wants it. */
  readonly mediaUrl: string;
  /** Whose requests it knows, by what it holds: `/bucket/prefix/name`. */
  readonly files: Map<string, { data: Buffer; type: string }>;
  /** Requests whose signature was wrong. */
  readonly refused: string[];
  /** Answers every request with this status while it is set. */
  outage: number | null;
  close(): Promise<void>;
}

/**
 * A bucket in this process: PUT, GET and DELETE of single objects, each signed as AWS Signature Version 4 says. The
 * signature is made here from the specification, not by the client's library.
 */
export async function startFakeS3(region = 'eu-west-3'): Promise<FakeS3> {
  const s3: { -readonly [field in keyof FakeS3]: FakeS3[field] } = { mediaUrl: '', files: new Map(), refused: [], outage: null, close: async () => {} };
  const server = createServer((request, response) => void answer(s3, region, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  s3.mediaUrl = `http://${KEY}:${encodeURIComponent(SECRET)}@127.0.0.1:${port}/pictures/of%20fans?region=${region}`;
  s3.close = () => new Promise((resolve) => server.close(() => resolve()));
  return s3;
}

async function answer(s3: FakeS3, region: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const path = request.url!;
  if (s3.outage) return void response.writeHead(s3.outage).end('<Error><Code>SlowDown</Code></Error>');
  const wrong = fault(request, body, region);
  if (wrong) {
    s3.refused.push(wrong);
    return void response.writeHead(403).end(`<Error><Code>SignatureDoesNotMatch</Code><Message>${wrong}</Message></Error>`);
  }
  if (request.method === 'PUT') s3.files.set(path, { data: body, type: String(request.headers['content-type']) });
  if (request.method === 'DELETE') s3.files.delete(path);
  const found = s3.files.get(path);
  if (request.method !== 'GET') return void response.writeHead(request.method === 'PUT' ? 200 : 204).end();
  if (!found) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
  response.writeHead(200, { 'content-type': found.type, 'content-length': found.data.length }).end(found.data);
}

const AUTHORIZATION = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/** What is wrong with a request's signature, or null. */
function fault({ method, url, headers }: IncomingMessage, body: Buffer, region: string): string | null {
  const [, key, day, where, names, signature] = AUTHORIZATION.exec(headers.authorization ?? '') ?? [];
  if (!key) return 'no signature';
  if (key !== KEY || where !== region) return `signed for ${key} in ${where}`;
  const time = String(headers['x-amz-date']);
  if (!time.startsWith(day!) || Math.abs(Date.now() - timeOf(time)) > 15 * 60_000) return `signed at ${time}`;
  const claimed = String(headers['x-amz-content-sha256']);
  if (method === 'PUT' && claimed !== sha256(body)) return 'the body is not what was signed';
  const [path = '', query = ''] = url!.split('?');
  const signed = names!.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
  const canonical = [method, path, query, signed, names, claimed].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const words = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const signing = [day!, region, 's3', 'aws4_request'].reduce<Buffer>((secret, part) => hmac(secret, part), Buffer.from(`AWS4${SECRET}`));
  if (!names!.split(';').includes('host') || !names!.includes('x-amz-date')) return `only ${names} is signed`;
  return hmac(signing, words).toString('hex') === signature ? null : 'the signature is another one';
}

function timeOf(stamp: string): number {
  return Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}
