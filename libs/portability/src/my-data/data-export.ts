import { Injectable } from '@nestjs/common';
import { type ExportSection, PersonalData } from '@fanfare/access';
import { Transactor, type Tx } from '@fanfare/database';
import { newId } from '@fanfare/kernel';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ZipFile } from 'yazl';
import { addLater, writeZip } from '../backup/archive.js';
import { csvRow } from './csv.js';
import { readMe } from './read-me.js';

type Row = Record<string, unknown>;

const PAGE = 500;
const LONGEST_MS = 120_000;

/** Everything about one person as a zip: a JSON and a CSV file for each list, Markdown for what they wrote, and a guide. */
@Injectable()
export class DataExport {
  constructor(
    private readonly transactor: Transactor,
    private readonly personal: PersonalData,
  ) {}

  /**
   * Writes the file, from one moment of the database.
   *
   * @param locale language of the guide
   * @returns its path; the caller removes it
   */
  async write(accountId: string, locale: string): Promise<string> {
    const file = join(tmpdir(), `fanfare-data-${newId()}.zip`);
    await this.transactor.run(async (tx) => {
      await tx.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`);
      await tx.query(`SET LOCAL statement_timeout = ${LONGEST_MS}`);
      const sections = await this.filled(tx, accountId);
      await writeZip(file, (zip) => addAll(zip, tx, accountId, locale, sections));
    }).catch(async (error: unknown) => {
      await rm(file, { force: true }); // nobody's data lies about because it did not come whole
      throw error;
    });
    return file;
  }

  /** The lists that hold something, with how much. */
  private async filled(tx: Tx, accountId: string): Promise<Filled[]> {
    const found: Filled[] = [];
    for (const records of this.personal.all.values()) {
      for (const section of records.sections) {
        const [row] = (await tx.query(`SELECT count(*)::int AS rows FROM (${section.sql}) section`, [accountId])) as { rows: number }[];
        if (row!.rows > 0) found.push({ ...section, rows: row!.rows });
      }
    }
    return found;
  }
}

interface Filled extends ExportSection {
  readonly rows: number;
}

/** The zip pulls its entries one after the other, and each pulls its rows: a person of any size needs no memory. */
function addAll(zip: ZipFile, tx: Tx, accountId: string, locale: string, sections: readonly Filled[]): void {
  zip.addBuffer(Buffer.from(readMe(locale, sections)), 'README.md');
  for (const section of sections) {
    const rows = () => rowsOfSection(tx, section, accountId);
    add(zip, `${section.name}.json`, () => asJson(rows()));
    add(zip, `${section.name}.csv`, () => asCsv(rows()));
    const { markdown } = section;
    if (markdown) add(zip, `${section.name}.md`, () => asMarkdown(rows(), markdown));
  }
}

function add(zip: ZipFile, name: string, text: () => AsyncIterable<string>): void {
  addLater(zip, name, () => Readable.from(encoded(text()), { objectMode: false }));
}

async function* encoded(text: AsyncIterable<string>): AsyncIterable<Buffer> {
  for await (const part of text) yield Buffer.from(part);
}

async function* rowsOfSection(tx: Tx, { sql }: ExportSection, accountId: string): AsyncIterable<Row> {
  const cursor = `section_${newId().replaceAll('-', '')}`;
  await tx.query(`DECLARE ${cursor} CURSOR FOR ${sql}`, [accountId]);
  for (;;) {
    const page = (await tx.query(`FETCH ${PAGE} FROM ${cursor}`)) as Row[];
    yield* page;
    if (page.length < PAGE) break;
  }
  await tx.query(`CLOSE ${cursor}`);
}

async function* asJson(rows: AsyncIterable<Row>): AsyncIterable<string> {
  let before = '[\n';
  for await (const row of rows) {
    yield before + JSON.stringify(row);
    before = ',\n';
  }
  yield '\n]\n';
}

async function* asCsv(rows: AsyncIterable<Row>): AsyncIterable<string> {
  let first = true;
  for await (const row of rows) {
    if (first) yield csvRow(Object.keys(row));
    first = false;
    yield csvRow(Object.values(row));
  }
}

async function* asMarkdown(rows: AsyncIterable<Row>, markdown: (row: Row) => string): AsyncIterable<string> {
  for await (const row of rows) yield `${markdown(row)}\n---\n\n`;
}
