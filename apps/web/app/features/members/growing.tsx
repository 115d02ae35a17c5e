import { useState, type ReactNode } from 'react';
import { useComplaint } from '~/data/use-complaint';
import { LoadMore } from '~/kit/load-more';

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Props<Node> {
  page: Page<Node>;
  fetchPage(after: string): Promise<Page<Node>>;
  hrefOf(after: string): string;
  label: string;
  children(nodes: readonly Node[]): ReactNode;
}

/** Any list that grows in place, with a link for those without JavaScript. Give it a `key` that changes with its list. */
export function Growing<Node extends { id: string }>({ page, fetchPage, hrefOf, label, children }: Props<Node>) {
  const complain = useComplaint();
  const [more, setMore] = useState<readonly Page<Node>[]>([]);
  const [busy, setBusy] = useState(false);
  const { hasNextPage, endCursor } = (more.at(-1) ?? page).pageInfo;
  const load = async () => {
    setBusy(true);
    try {
      const next = await fetchPage(endCursor!);
      setMore((pages) => [...pages, next]);
    } catch (error) {
      complain(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {children(unique([page, ...more].flatMap(({ nodes }) => nodes)))}
      {hasNextPage && endCursor && <LoadMore to={hrefOf(endCursor)} onLoad={() => void load()} busy={busy} label={label} />}
    </>
  );
}

function unique<Node extends { id: string }>(nodes: readonly Node[]): Node[] {
  return [...new Map(nodes.map((node) => [node.id, node])).values()];
}
