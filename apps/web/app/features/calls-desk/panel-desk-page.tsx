import { useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { mutate } from '~/data/mutate';
import { PanelListDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { callPath } from '../paths';
import { ApplicationColumn } from './application-column';
import { BulkBar } from './bulk-bar';
import type { PanelApplication, PanelCall } from './calls-desk.server';
import { FunnelDetails } from './funnel-details';
import { PanelFilters } from './panel-filters';
import { PanelKeys } from './panel-keys';
import { PanelRow } from './panel-row';
import { type PanelState, panelQuery, panelState, panelVariables, toggled } from './panel-state';
import { usePanelKeys } from './use-panel-keys';
import styles from './panel.module.css';

interface Props {
  call: PanelCall;
  /** How many wait for an answer, whatever is listed. */
  waiting: number;
  open: readonly PanelApplication[];
}

/** Where the panel reads applications, up to three beside one another, marks them, and the brand answers. */
export function PanelDeskPage({ call, waiting, open }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { slug, locale } = useCommunity()!.community;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [help, setHelp] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const state = panelState(new URLSearchParams(search));
  const hrefOf = (part: Partial<PanelState>) => callPath(slug, call.id, `/panel${panelQuery({ ...state, after: null, ...part })}`);
  const go = (part: Partial<PanelState>) => void navigate(hrefOf(part), { preventScrollReset: true });
  const choose = (id: string) => setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  usePanelKeys({ list, open: state.open, onOpen: (id) => go({ open: [id] }), onBeside: (id) => go({ open: toggled(state.open, id) }), onChoose: choose, onClose: () => go({ open: [] }), onHelp: () => setHelp(true) });
  const page = call.applications!;
  const fetchPage = async (after: string) => (await mutate(PanelListDocument, { id: call.id, ...panelVariables(state), after })).call!.applications!;
  const answering = call.viewerRuns && call.state !== 'OPEN' && call.state !== 'SCHEDULED' && !call.voting;
  return (
    <Page className={styles.page}>
      <PageTitle title={t('recruitment.panel')} lead={<span lang={locale}>{call.title}</span>} actions={<Actions call={call} onHelp={() => setHelp(true)} />} />
      {open.length > 0 && <p className={styles.back}><LinkButton size="s" icon={<Icon name="chevronLeft" size={18} />} to={hrefOf({ open: [] })} preventScrollReset>{t('calls.backToList')}</LinkButton></p>}
      <div className={styles.above} data-reading={open.length > 0 || undefined}>
        <p className={styles.quiet}>{t(`recruitment.arithmetic_${call.selection}`)} {t('recruitment.seatsTaken', { taken: call.seatsTaken, count: call.seats })} {call.blind && t(call.state === 'DECIDED' ? 'recruitment.blindWas' : 'recruitment.blind')}</p>
        {call.viewerRuns && <FunnelDetails call={call} />}
        <PanelFilters state={state} hrefOf={hrefOf} mayMark={call.selection !== 'COMMUNITY'} />
        {call.viewerRuns && <BulkBar key={call.id} call={call} waiting={waiting} chosen={chosen} answering={answering} onDone={() => setChosen([])} />}
      </div>
      <div className={styles.desk} data-reading={open.length > 0 || undefined} data-empty={page.nodes.length + open.length === 0 || undefined}>
        <div className={styles.list} ref={list}>
          {page.nodes.length === 0 && <EmptyState title={t('recruitment.nobodyTitle')} text={t(state.tab === 'ALL' && !state.unmarked ? 'recruitment.nobodyText' : 'calls.nobodyHere')} />}
          <Growing key={hrefOf({ open: [] })} page={page} fetchPage={fetchPage} hrefOf={(after) => hrefOf({ after })} label={t('common.loadMore')}>
            {(nodes) => (
              <ol role="list" className={styles.rows} aria-label={t('calls.listOf', { count: page.totalCount })}>
                {nodes.map((row) => (
                  <PanelRow key={row.id} row={row} call={call} open={state.open} inLine={state.tab === 'WAITING'} choosing={answering && waiting > 0} chosen={answering && row.state === 'SUBMITTED' && row.viewerMayDecide.allowed ? chosen.includes(row.id) : null}
                    to={hrefOf({ open: [row.id] })} beside={hrefOf({ open: toggled(state.open, row.id) })} onChoose={() => choose(row.id)} />
                ))}
              </ol>
            )}
          </Growing>
        </div>
        <div className={styles.columns} data-many={open.length}>
          {open.length === 0 && page.nodes.length > 0 && <p className={styles.invite}>{t('calls.openOne')}</p>}
          {open.map((application) => (
            <ApplicationColumn key={application.id} application={application} call={call} answering={answering} closeTo={hrefOf({ open: state.open.filter((id) => id !== application.id) })} />
          ))}
        </div>
      </div>
      <PanelKeys open={help} onOpenChange={setHelp} />
    </Page>
  );
}

function Actions({ call, onHelp }: { call: PanelCall; onHelp(): void }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return (
    <>
      <Button size="s" tone="quiet" className={styles.help} icon={<Icon name="info" size={18} />} onClick={onHelp}>{t('calls.keys')}</Button>
      {call.viewerRuns && <LinkButton size="s" to={callPath(slug, call.id, '/manage')}>{t('calls.manage')}</LinkButton>}
      <LinkButton size="s" to={callPath(slug, call.id)}>{t('recruitment.toCall')}</LinkButton>
    </>
  );
}
