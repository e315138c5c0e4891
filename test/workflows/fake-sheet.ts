import { createServer } from 'node:http';
import { listen } from './listen.ts';

/** A published sheet: a line list with one row for each case. */
export interface FakeSheet {
  readonly url: string;
  /** What it shows from now on: cases by school id. */
  shows(counts: Readonly<Record<string, number>>, names?: Readonly<Record<string, string>>): void;
  /** Answers with these bytes from now on. */
  answers(body: string, status?: number, contentType?: string): void;
  readonly reads: number;
  close(): Promise<void>;
}

/** @param port 0: any that is free */
export async function fakeSheet(port = 0): Promise<FakeSheet> {
  let answer = { body: '', status: 404, contentType: 'text/csv' };
  let reads = 0;
  const server = createServer((_, response) => {
    reads += 1;
    response.writeHead(answer.status, { 'content-type': answer.contentType }).end(answer.body);
  });
  const heard = await listen(server, port);
  return {
    url: `http://127.0.0.1:${heard}/sheet.csv`,
    shows: (counts, names = {}) => {
      const rows = Object.entries(counts).flatMap(([id, count]) => {
        const name = names[id] ?? `School ${id}`;
        return Array(count).fill(`"${name.replaceAll('"', '""')}",${id}`);
      });
      answer = {
        body: ['School,CPS School ID', ...rows].join('\n'),
        status: 200,
        contentType: 'text/csv',
      };
    },
    answers: (body, status = 200, contentType = 'text/csv') => {
      answer = { body, status, contentType };
    },
    get reads() {
      return reads;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
