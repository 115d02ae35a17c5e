import { notFound } from '~/data/query.server';

export function loader() {
  throw notFound();
}

export default function NotFound() {
  return null;
}
