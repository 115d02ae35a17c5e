import { formatKept, parseKept, type KeptDraft } from './draft-state';

/** The browser's copy of what is being written: one per community for something new, one per draft of the server. */
export function keptDraft(community: string, draft: string | null) {
  const key = `fanfare.draft.${community}.${draft ?? 'new'}`;
  return {
    read(): KeptDraft | null {
      try {
        return parseKept(localStorage.getItem(key));
      } catch {
        return null;
      }
    },
    write(kept: KeptDraft): void {
      try {
        localStorage.setItem(key, formatKept(kept));
      } catch {
        // Full or forbidden: the server's copy is then the only one.
      }
    },
    drop(): void {
      try {
        localStorage.removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
  };
}
