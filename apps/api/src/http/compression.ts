import { isFromOurPages } from '@fanfare/access';
import type { Config } from '@fanfare/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pipeline, type Readable, Transform } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import { codingFor, type ContentCoding } from './content-coding.js';

/** Below this a body and its headers fit in one packet anyway. In bytes. */
const SMALLEST = 1_024;
const TEXT = /^(?:text\/(?!event-stream)|application\/(?:[\w.-]+\+)?(?:json|xml)\b)/;
/** Quick rather than thorough: the body is made for one reader and sent once. The window is as large as our pages, 2^18. */
const BROTLI = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 3,
    [constants.BROTLI_PARAM_LGWIN]: 18,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  },
};
const GZIP = { level: 4 };

const whole = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/**
 * Compresses pages, feeds and JSON on their way out. Files of the web build come with their compressed forms and pass as
 * they are.
 *
 * The size of a compressed body tells whether two of its parts are alike. Another site that makes a signed-in person's
 * browser open `/search?q=GUESS` again and again, and sees the sizes on the wire, could so read what the page says of the
 * person, their address say (BREACH). Our pages hold no lasting secret — the session is an HttpOnly cookie, there is no CSRF
 * token, the nonce is another one each time — but they do hold what is personal. So a request that carries cookies is
 * answered compressed only when the browser says that a page of ours, or the person's own hand, made it: whoever follows a
 * link from elsewhere gets one page as large as it is, and everything after it small. Without cookies a page holds nothing
 * but what everybody may read; a bearer token is sent by nobody uninvited.
 *
 * Our own hook, not a plugin: it says no by request, and a page that streams is flushed whenever its renderer rests.
 */
export function addCompression(server: FastifyInstance, { publicUrl }: Config): void {
  server.addHook('onSend', async (request, reply, payload) => {
    if (!isCompressible(reply, payload)) return payload;
    vary(reply);
    const coding = mayTellSize(request, publicUrl) ? codingFor(request.headers['accept-encoding']) : null;
    if (!coding) return payload;
    void reply.header('content-encoding', coding).removeHeader('content-length');
    return isStream(payload) ? flowing(payload, coding) : whole[coding](payload, coding === 'br' ? BROTLI : GZIP);
  });
  // A stream that fails before its first byte is answered by an error in its place, which comes through here again.
  server.addHook('onError', async (_request, reply) => void reply.removeHeader('content-encoding'));
}

type Body = string | Buffer | Readable;

function isCompressible(reply: FastifyReply, payload: unknown): payload is Body {
  if (reply.hasHeader('content-encoding') || reply.hasHeader('accept-ranges') || reply.statusCode === 206) return false;
  if (!TEXT.test(String(reply.getHeader('content-type') ?? ''))) return false;
  return isStream(payload) || ((typeof payload === 'string' || Buffer.isBuffer(payload)) && Buffer.byteLength(payload) >= SMALLEST);
}

function isStream(payload: unknown): payload is Readable {
  return typeof (payload as Readable | null)?.pipe === 'function';
}

/** The same as we mean it by `@Access`: without cookies nobody is signed in unasked. */
function mayTellSize({ headers }: FastifyRequest, publicUrl: string): boolean {
  return headers.cookie === undefined || isFromOurPages(headers, publicUrl);
}

/** Caches must not hand a compressed body to who cannot read it. */
function vary(reply: FastifyReply): void {
  const known = String(reply.getHeader('vary') ?? '');
  if (!/(^|,)\s*(accept-encoding|\*)\s*(,|$)/i.test(known)) void reply.header('vary', known ? `${known}, Accept-Encoding` : 'Accept-Encoding');
}

/** What comes in, compressed, and nothing held back while more is awaited. An end or failure of one side is the other's too. */
function flowing(source: Readable, coding: ContentCoding): Readable {
  const encoder = coding === 'br' ? createBrotliCompress(BROTLI) : createGzip(GZIP);
  const flushing = coding === 'br' ? constants.BROTLI_OPERATION_FLUSH : constants.Z_SYNC_FLUSH;
  const flush = () => void (encoder.destroyed || encoder.writableEnded || encoder.flush(flushing));
  pipeline(source, gathered(flush), encoder, () => {}); // whoever reads the encoder hears of its error
  return encoder;
}

/** What one breath may bring before it goes on, so that a source which never rests is held back by its reader. In bytes. */
const LARGEST_BREATH = 65_536;

/**
 * Puts together what comes in one breath, as a renderer writes it: dozens of small pieces, each of which would cost the
 * encoder a journey to another thread and back.
 *
 * @param rest called after each breath that is not the last
 */
function gathered(rest: () => void): Transform {
  let pieces: Buffer[] = [];
  let size = 0;
  const breathe = (to: Transform) => {
    if (size > 0) to.push(Buffer.concat(pieces));
    [pieces, size] = [[], 0];
  };
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      if (size === 0) setImmediate(() => void (this.destroyed || this.writableFinished || (breathe(this), rest())));
      pieces.push(piece);
      size += piece.length;
      if (size >= LARGEST_BREATH) breathe(this);
      done();
    },
    flush(done) {
      breathe(this);
      done();
    },
  });
}
