import { useEffect, useRef } from 'react';
import type { IdeaStatus } from '~/graphql/generated/documents';
import type { Carried } from './board-moves';

type Adapter = typeof import('@atlaskit/pragmatic-drag-and-drop/element/adapter');

let adapter: Promise<Adapter> | undefined;

/** Fetched when the board shows, never before. */
function loadAdapter(): Promise<Adapter> {
  return (adapter ??= import('@atlaskit/pragmatic-drag-and-drop/element/adapter'));
}

/** Wires an element once the adapter has come, and unwires it when the element goes. */
function useWired<E extends HTMLElement>(wire: (adapter: Adapter, element: E) => () => void) {
  const ref = useRef<E>(null);
  const latest = useRef(wire);
  latest.current = wire;
  useEffect(() => {
    let unwire: (() => void) | undefined;
    let gone = false;
    void loadAdapter().then((loaded) => {
      if (!gone && ref.current) unwire = latest.current(loaded, ref.current);
    });
    return () => {
      gone = true;
      unwire?.();
    };
  }, []);
  return ref;
}

/** A card that mouse and touch can pick up. @param card read when it is picked up */
export function useCardDrag(card: () => Carried) {
  const read = useRef(card);
  read.current = card;
  return useWired<HTMLElement>(({ draggable }, element) => draggable({ element, getInitialData: () => ({ card: read.current() }) }));
}

/** A column that cards are put down on. Refused ones are taken too, to say why. */
export function useColumnDrop(status: IdeaStatus) {
  return useWired<HTMLElement>(({ dropTargetForElements }, element) => dropTargetForElements({ element, getData: () => ({ status }) }));
}

export interface DragEvents {
  onLift(card: Carried): void;
  onOver(column: IdeaStatus | null): void;
  /** @param column null when it was let go elsewhere */
  onDrop(card: Carried, column: IdeaStatus | null): void;
}

/** Follows whatever is being dragged on the board. */
export function useDragMonitor(events: DragEvents) {
  const latest = useRef(events);
  latest.current = events;
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void loadAdapter().then(({ monitorForElements }) => {
      if (gone) return;
      stop = monitorForElements({
        onDragStart: ({ source }) => latest.current.onLift(source.data.card as Carried),
        onDropTargetChange: ({ location }) => latest.current.onOver(columnAt(location.current.dropTargets)),
        onDrop: ({ source, location }) => latest.current.onDrop(source.data.card as Carried, columnAt(location.current.dropTargets)),
      });
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, []);
}

function columnAt(targets: readonly { data: Record<string | symbol, unknown> }[]): IdeaStatus | null {
  return (targets[0]?.data.status as IdeaStatus | undefined) ?? null;
}
