import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useT } from '~/i18n/react';
import { Button } from './button';
import { closestZoom, keptInside, regionOf, wholeView, type View } from './crop';
import { Dialog } from './dialog';
import type { Drawable, Region } from './picture-file';
import styles from './crop-dialog.module.css';

interface CropDialogProps {
  picture: Drawable | null;
  /** Faces are shown in a circle. */
  round: boolean;
  onUse: (region: Region) => void;
  onCancel: () => void;
}

/** Pixels of the drawing; the frame is half as large on screen, for sharp screens. */
const SIDE = 560;
const STEP = 0.04;
const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Which square of a picture shows: dragged, or moved by the arrow keys, and brought closer by a slider. */
export function CropDialog({ picture, round, onUse, onCancel }: CropDialogProps) {
  const t = useT();
  const id = useId();
  const [chosen, setChosen] = useState<{ of: Drawable; view: View } | null>(null);
  const view = picture && (chosen?.of === picture ? chosen.view : wholeView(picture));
  const look = (next: View) => picture && setChosen({ of: picture, view: keptInside(next, picture) });
  return (
    <Dialog
      open={picture !== null}
      onOpenChange={(open) => !open && onCancel()}
      title={t('media.cropTitle')}
      description={t('media.cropText')}
      footer={(
        <>
          <Button onClick={onCancel}>{t('common.cancel')}</Button>
          <Button tone="primary" onClick={() => picture && view && onUse(regionOf(view, picture))}>{t('media.use')}</Button>
        </>
      )}
    >
      {picture && view && (
        <>
          <CropFrame picture={picture} view={view} round={round} onMove={look} />
          {closestZoom(picture) > 1 && (
            <div className={styles.zoom}>
              <label htmlFor={id}>{t('media.closer')}</label>
              <input id={id} type="range" min={1} max={closestZoom(picture)} step={0.01} value={view.zoom} onChange={(event) => look({ ...view, zoom: Number(event.currentTarget.value) })} />
            </div>
          )}
        </>
      )}
    </Dialog>
  );
}

function CropFrame({ picture, view, round, onMove }: { picture: Drawable; view: View; round: boolean; onMove: (view: View) => void }) {
  const t = useT();
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<{ x: number; y: number } | null>(null);
  const side = Math.min(picture.width, picture.height) / view.zoom;
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    const { x, y, width, height } = regionOf(view, picture);
    pen?.clearRect(0, 0, SIDE, SIDE);
    pen?.drawImage(picture.source, x, y, width, height, 0, 0, SIDE, SIDE);
  }, [picture, view]);
  const onPointerDown = useCallback((event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { x: event.clientX, y: event.clientY };
  }, []);
  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!held.current) return;
    const scale = side / event.currentTarget.clientWidth;
    onMove({ ...view, x: view.x - (event.clientX - held.current.x) * scale, y: view.y - (event.clientY - held.current.y) * scale });
    held.current = { x: event.clientX, y: event.clientY };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    onMove({ ...view, x: view.x - arrow[0] * side * STEP, y: view.y - arrow[1] * side * STEP });
  };
  return (
    <div className={styles.frame} data-round={round || undefined} role="application" tabIndex={0} aria-label={t('media.cropFrame')} onKeyDown={onKeyDown}>
      <canvas
        ref={canvas}
        width={SIDE}
        height={SIDE}
        className={styles.canvas}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => (held.current = null)}
        onPointerCancel={() => (held.current = null)}
      />
    </div>
  );
}
