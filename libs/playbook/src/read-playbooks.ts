import type { ApprovalChain, Playbook } from '@sturmwarte/domain';
import type { z } from 'zod';
import { assembleBook, assemblePart } from './assemble-book.js';
import type { Book, Placed } from './book.js';
import { finding, type Finding } from './finding.js';
import { lintBook } from './lint/lint-book.js';
import { mend } from './mend.js';
import { MISTAKES, type Mistake, type MistakeCode, type MistakeParams } from './mistake.js';
import { mistakeSentence } from './mistake-sentence.js';
import { readYaml, type YamlFile } from './read-yaml.js';
import { partSchema, type RawPart } from './schema/part.schema.js';
import { playbookSchema, type RawPlaybook } from './schema/playbook.schema.js';
import { schemaFindings } from './schema-findings.js';
import { toChain, toPlaybook } from './to-playbook.js';

export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

export interface Library {
  /** Those without an error. */
  readonly playbooks: readonly Playbook[];
  /** The approval chain of the parts, which holds where no playbook runs; empty when there is none. */
  readonly sharedChain: ApprovalChain;
  /** All of them at once, by file and line. */
  readonly mistakes: readonly Mistake[];
}

/** Reads the files of a folder of playbooks. `today` (YYYY-MM-DD) tells which reviews are past. */
export function readPlaybooks(files: readonly SourceFile[], today: string): Library {
  const reading = new Reading();
  for (const file of files) reading.read(file);
  const { parts, playbooks } = reading;
  reading.tellTwins();
  for (const part of parts) {
    reading.tell(lintBook(assemblePart(part), today));
  }
  // What is wrong in a part is wrong in every playbook that includes it.
  const sound = parts.filter(({ at }) => !reading.hasError(at.file));
  const checked: Playbook[] = [];
  for (const playbook of playbooks) {
    const wanted = playbook.raw.include ?? [];
    const known = (name: string) => sound.find(({ raw }) => raw.part === name);
    wanted.forEach((name, index) => {
      if (known(name) !== undefined) return;
      const at = { file: playbook.at.file, path: ['include', index] };
      reading.tell([finding('unknown-include', at, { value: name })]);
    });
    const included = wanted.flatMap((name) => known(name) ?? []);
    if (included.length < wanted.length) continue;
    const book = assembleBook(playbook, included);
    const findings = lintBook(book, today);
    reading.tell(findings);
    const broken = findings.some(({ code }) => MISTAKES[code] === 'error');
    if (!broken && !reading.hasError(playbook.at.file) && hasPlaybook(book)) {
      checked.push(toPlaybook(book));
    }
  }
  const chains = sound.map((part) => toChain(assemblePart(part)));
  const sharedChain = chains.find((chain) => chain.length > 0) ?? [];
  return { playbooks: checked, sharedChain, mistakes: reading.sorted() };
}

class Reading {
  readonly parts: Placed<RawPart>[] = [];
  readonly playbooks: Placed<RawPlaybook>[] = [];
  private readonly yaml = new Map<string, YamlFile>();
  private readonly mistakes = new Map<string, Mistake>();

  read({ name, text }: SourceFile): void {
    const yaml = readYaml(text);
    this.yaml.set(name, yaml);
    for (const { code, params, line, column } of yaml.mistakes) {
      this.note(code, params, name, { line, column });
    }
    if (yaml.mistakes.length > 0) return;
    if (isPart(yaml.data)) {
      const part = this.check(partSchema, yaml.data, name);
      if (part !== undefined) this.parts.push({ raw: part, at: { file: name, path: [] } });
    } else {
      const playbook = this.check(playbookSchema, yaml.data, name);
      if (playbook !== undefined)
        this.playbooks.push({ raw: playbook, at: { file: name, path: [] } });
    }
  }

  /** Two files of one id: the second one is told. */
  tellTwins(): void {
    const first = new Map<string, string>();
    const named = [
      ...this.parts.map(({ raw, at }) => ({ id: raw.part, at, key: 'part' })),
      ...this.playbooks.map(({ raw, at }) => ({ id: raw.id, at, key: 'id' })),
    ];
    for (const { id, at, key } of named) {
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, at.file);
      else {
        const params = { value: id, first: earlier };
        this.tell([finding('duplicate-id', { file: at.file, path: [key] }, params)]);
      }
    }
  }

  tell(findings: readonly Finding[]): void {
    for (const { code, params, at, atKey } of findings) {
      const position = this.yaml.get(at.file)?.locate(at.path, atKey);
      this.note(code, params, at.file, position ?? { line: 1, column: 1 });
    }
  }

  hasError(file: string): boolean {
    return [...this.mistakes.values()].some(
      (mistake) => mistake.file === file && mistake.severity === 'error',
    );
  }

  sorted(): Mistake[] {
    return [...this.mistakes.values()].sort(
      (one, other) =>
        one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column,
    );
  }

  private check<T extends z.ZodType>(schema: T, data: unknown, file: string) {
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    const findings = schemaFindings(result.error.issues, data, file);
    this.tell(findings);
    return schema.safeParse(mend(data, findings)).data;
  }

  private note(
    code: MistakeCode,
    params: MistakeParams,
    file: string,
    { line, column }: { readonly line: number; readonly column: number },
  ): void {
    const sentence = mistakeSentence(code, params);
    const mistake = { file, line, column, severity: MISTAKES[code], code, params, sentence };
    // A part's mistake is found again with every playbook that includes it, and told once.
    this.mistakes.set(`${file}:${line}:${column}:${sentence.en}`, mistake);
  }
}

function isPart(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'part' in data;
}

function hasPlaybook(book: Book): book is Book & { readonly playbook: RawPlaybook } {
  return book.playbook !== null;
}
