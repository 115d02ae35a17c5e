import { useState, type CSSProperties, type ReactNode } from 'react';
import type { LoaderFunctionArgs } from 'react-router';
import { notFound } from '~/data/query.server';
import { servicesContext } from '~/data/services.server';
import { themeVariables } from '~/design/theme';
import styles from '~/features/kit-page/kit-page.module.css';
import type { MemberChipFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Avatar } from '~/kit/avatar';
import { Badge, RoleBadge, StatusBadge } from '~/kit/badge';
import { Bars } from '~/kit/bars';
import { Button, IconButton, LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { CardExcerpt, CardTitle, Fact, Facts } from '~/kit/card-words';
import { Dialog } from '~/kit/dialog';
import { Diff } from '~/kit/diff';
import { EmptyState } from '~/kit/empty-state';
import { ErrorState, FormProblem } from '~/kit/error-state';
import { Checkbox, PasswordField, Select, TextArea, TextField } from '~/kit/field';
import { Icon, ICON_NAMES } from '~/kit/icon';
import { Ladder } from '~/kit/ladder';
import { LoadMore } from '~/kit/load-more';
import { Markdown } from '~/kit/markdown';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { IdentityMark, LevelMark } from '~/kit/marks';
import { MemberChip } from '~/kit/member-chip';
import { Menu, MenuItem, MenuSeparator } from '~/kit/menu';
import { PictureField } from '~/kit/picture-field';
import { RelativeTime } from '~/kit/relative-time';
import { Skeleton, SkeletonText } from '~/kit/skeleton';
import { SupportMeter } from '~/kit/support-meter';
import { Tabs } from '~/kit/tabs';
import { useToast } from '~/kit/toast';
import { VoteButton } from '~/kit/vote-button';
import { useNow } from '~/shell/now';
import { Page, PageTitle } from '~/shell/page';

/** Absent in production. */
export function loader({ context }: LoaderFunctionArgs) {
  if (!context.get(servicesContext).devTools) throw notFound();
  return null;
}

export const meta = () => [{ title: 'Kit' }, { name: 'robots', content: 'noindex' }];

const LEVELS = ['NEWCOMER', 'FAN', 'REGULAR', 'ADVOCATE', 'CHAMPION'] as const;
const IDENTITIES = ['CONFIRMED', 'LINKED', 'VERIFIED'] as const;
const STATUSES = ['DRAFT', 'PENDING', 'OPEN', 'UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED', 'EXPIRED', 'MERGED', 'REMOVED'] as const;
const RUNGS = [
  { position: 1, support: 100, days: 60 },
  { position: 2, support: 1000, days: 365 },
  { position: 3, support: 5000, days: 182 },
  { position: 4, support: 10000, days: 182 },
];
const MEMBER: MemberChipFragment = { id: 'm1', handle: 'odette', displayName: 'Odette Fournier', avatarUrl: null, level: 'ADVOCATE', identityLevel: 'VERIFIED', roles: [] };
const THEMES = {
  Fanfare: undefined,
  'Playful, round': { accent: '#C2410C', headingFace: 'playful', corners: 'round' },
  'Sleek, sharp': { accent: '#0F766E', headingFace: 'sleek', corners: 'sharp' },
  'A yellow that fails': { accent: '#FFD400', headingFace: 'playful', corners: 'round' },
  'A navy that fails': { accent: '#0A1633', headingFace: 'sleek', corners: 'sharp' },
};

/** Every component in every state, light and dark side by side; words stay in the reader's language. */
export default function DevKit() {
  const [name, setName] = useState<keyof typeof THEMES>('Fanfare');
  const choice = THEMES[name];
  return (
    <Page>
      <PageTitle
        title="Kit"
        lead="Every component in every state, in both themes."
        actions={Object.keys(THEMES).map((key) => <Button key={key} size="s" tone={key === name ? 'primary' : 'secondary'} onClick={() => setName(key as keyof typeof THEMES)}>{key}</Button>)}
      />
      <div className={styles.themes}>
        {(['light', 'dark'] as const).map((scheme) => (
          <div key={scheme} className={styles.theme} style={{ colorScheme: scheme, ...(choice && themeVariables(choice)) } as CSSProperties}>
            <Specimens scheme={scheme} />
          </div>
        ))}
      </div>
    </Page>
  );
}

function Specimens({ scheme }: { scheme: string }) {
  return (
    <>
      <Type />
      <Drawings />
      <Buttons scheme={scheme} />
      <People />
      <Fields />
      <Feedback />
      <Texts />
      <Icons />
    </>
  );
}

function Part({ title, children, row }: { title: string; children: ReactNode; row?: boolean }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <div className={row ? styles.row : styles.stack}>{children}</div>
    </section>
  );
}

function Type() {
  return (
    <Part title="Type and colour">
      <p className={styles.display}>You dream it up. We make it click.</p>
      <h1>A heading of a page</h1>
      <h2>A heading of a section</h2>
      <h3>A heading of a card</h3>
      <p>Text at rest reads like this: seventeen pixels, a calm line, <strong>two weights</strong>, and <a href="#content">a link</a>. Numbers stand in columns: 1,204 · 8,119.</p>
      <div className={styles.row}>{['ground', 'surface', 'wash', 'wash-strong', 'line', 'accent', 'accent-soft', 'accent-line', 'good', 'warn', 'bad', 'info'].map((role) => <span key={role} className={styles.swatch} style={{ background: `var(--${role})` }} title={role} />)}</div>
    </Part>
  );
}

function Drawings() {
  const now = useNow();
  const [voted, setVoted] = useState(false);
  return (
    <>
      <Part title="Votes" row>
        <VoteButton title="Idea" count={41 + Number(voted)} voted={voted} open progress={0.42} onToggle={() => setVoted(!voted)} />
        <VoteButton title="Idea" count={7} voted={false} open progress={0.07} onToggle={() => {}} />
        <VoteButton title="Idea" count={12840} voted open progress={0.8} onToggle={() => {}} />
        <VoteButton title="Idea" count={64} voted={false} open spent progress={0.3} note="No votes left today." onToggle={() => {}} />
        <VoteButton title="Idea" count={230} voted={false} open={false} progress={null} onToggle={() => {}} />
        <VoteButton title="Idea" count={230} voted open={false} progress={null} onToggle={() => {}} />
        <VoteButton look="wide" title="Idea" count={41 + Number(voted)} voted={voted} open progress={0.42} onToggle={() => setVoted(!voted)} />
        <VoteButton look="wide" title="Idea" count={230} voted={false} open={false} progress={null} onToggle={() => {}} />
      </Part>
      <Part title="Support">
        <SupportMeter support={{ raw: 812, verified: 640, quarantined: 0, imported: 0 }} next={RUNGS[1]} />
        <SupportMeter support={{ raw: 312, verified: 148, quarantined: 64, imported: 0 }} next={RUNGS[1]} />
        <SupportMeter support={{ raw: 3, verified: 2, quarantined: 0, imported: 0 }} next={RUNGS[0]} brief />
        <SupportMeter support={{ raw: 0, verified: 0, quarantined: 0, imported: 1482 }} brief />
      </Part>
      <Part title="Bars">
        <Bars label="Where people came from" bars={[{ key: 'blog', label: 'Blog', value: 2005, shown: '2,005 by 5 links', to: '#bars' }, { key: 'video', label: 'A film of one minute, at night', value: 1206 }, { key: 'other', label: 'Elsewhere', value: 218, muted: true }, { key: 'none', label: 'Nowhere', value: 0 }]} />
      </Part>
      <Part title="Ladder">
        <Ladder rungs={RUNGS} verified={0} deadline={new Date(now + 59.5 * 86_400_000).toISOString()} />
        <Ladder rungs={RUNGS} verified={640} reached={1} deadline={new Date(now + 41.5 * 86_400_000).toISOString()} />
        <Ladder rungs={RUNGS} verified={4970} reached={2} deadline={new Date(now + 3.5 * 86_400_000).toISOString()} />
        <Ladder rungs={RUNGS} verified={10400} reached={4} />
        <Ladder rungs={RUNGS.slice(0, 2)} verified={80} deadline={new Date(now + 0.5 * 86_400_000).toISOString()} />
      </Part>
    </>
  );
}

function Buttons({ scheme }: { scheme: string }) {
  return (
    <Part title="Buttons" row>
      <Button tone="primary">Primary</Button>
      <Button>Secondary</Button>
      <Button tone="quiet">Quiet</Button>
      <Button tone="danger" icon={<Icon name="trash" size={18} />}>Danger</Button>
      <Button tone="primary" disabled>Disabled</Button>
      <Button tone="primary" busy>Busy</Button>
      <Button size="s">Small</Button>
      <Button size="l" tone="primary" icon={<Icon name="plus" />}>Large</Button>
      <LinkButton to="/dev/kit" icon={<Icon name="arrowRight" size={18} />}>A link</LinkButton>
      <IconButton icon={<Icon name="share" />} label="Share" />
      <Menu trigger={<IconButton icon={<Icon name="more" />} label="More" />}>
        <MenuItem icon={<Icon name="edit" />} onClick={() => {}}>Edit</MenuItem>
        <MenuItem icon={<Icon name="link" />} onClick={() => {}} disabled>Disabled</MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Icon name="trash" />} tone="danger" onClick={() => {}}>Delete</MenuItem>
      </Menu>
      <Tabs label={`Order, ${scheme}`} tabs={[{ to: '#1', label: 'Trending', current: true }, { to: '#2', label: 'Top', current: false, count: 41 }, { to: '#3', label: 'New', current: false, count: 12840 }]} />
    </Part>
  );
}

function People() {
  const now = useNow();
  return (
    <>
      <Part title="Statuses and roles" row>
        {STATUSES.map((status) => <StatusBadge key={status} status={status} />)}
        {STATUSES.slice(2, 7).map((status) => <StatusBadge key={status} status={status} size="s" />)}
        <RoleBadge role="OWNER" /><RoleBadge role="BRAND_MANAGER" /><RoleBadge role="MODERATOR" />
        <Badge>Neutral</Badge>
      </Part>
      <Part title="Marks" row>
        {LEVELS.map((level) => <LevelMark key={level} level={level} size={28} />)}
        {IDENTITIES.map((level) => <IdentityMark key={level} level={level} size={28} />)}
        {LEVELS.map((level) => <LevelMark key={level} level={level} size={16} />)}
        {IDENTITIES.map((level) => <IdentityMark key={level} level={level} size={16} />)}
      </Part>
      <Part title="People">
        <div className={styles.row}>{Array.from({ length: 24 }, (_, i) => <Avatar key={i} seed={`person ${i}`} size={i < 12 ? 44 : 28} />)}</div>
        <MemberChip member={MEMBER} community="kit"><RelativeTime at={new Date(now - 3_700_000).toISOString()} /></MemberChip>
        <MemberChip member={{ ...MEMBER, id: 'm2', displayName: 'Samira', roles: ['BRAND_MANAGER'] }} community="kit" size="s"><RelativeTime at={new Date(now - 90 * 86_400_000).toISOString()} /></MemberChip>
        <MemberChip member={null} absent="A former member" community="kit" />
      </Part>
    </>
  );
}

function Fields() {
  const [text, setText] = useState('A **small** step.\n\n- one\n- two');
  return (
    <Part title="Fields">
      <TextField label="A field" hint="One sentence that helps." placeholder="Placeholder" />
      <TextField label="A field with an error" defaultValue="What was typed" error="What is wrong, and how to put it right." />
      <TextField label="A disabled field" optional disabled defaultValue="Fixed" />
      <PasswordField label="A password" defaultValue="correct horse" />
      <Select label="A choice" options={[{ value: 'a', label: 'First' }, { value: 'b', label: 'Second' }]} />
      <TextArea label="A longer text" maxLength={40} value={text.slice(0, 39)} onChange={() => {}} />
      <Checkbox label="I agree to something that takes a whole sentence to say" hint="With a hint." defaultChecked />
      <Checkbox label="Required and missing" error="Tick this to go on." />
      <MarkdownEditor label="Markdown" value={text} onChange={setText} rows={4} />
      <PictureField kind="AVATAR" label="A face" hint="One sentence that helps." value={null} empty={<Avatar seed="odette" size={72} />} onChange={() => {}} />
      <PictureField kind="HERO" label="A wide picture" value={{ url: '/favicon.svg' }} error="What is wrong, and how to put it right." onChange={() => {}} />
    </Part>
  );
}

function Feedback() {
  const t = useT();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Part title="Feedback">
        <FormProblem problem={{ code: 'WRONG_CREDENTIALS', params: {} }} />
        <FormProblem problem={{ code: 'INTERNAL', params: {}, reference: '01h9-7c2a' }} />
        <div className={styles.row}>
          <Button onClick={() => toast('Your vote is in.', { tone: 'good', action: { label: t('common.undo'), onClick: () => {} } })}>Good toast</Button>
          <Button onClick={() => toast('Voting is closed.', { tone: 'bad' })}>Bad toast</Button>
          <Button onClick={() => setOpen(true)}>Dialog</Button>
        </div>
        <Dialog open={open} onOpenChange={setOpen} title="Delete this comment?" description="Its place stays, with a note that you deleted it." footer={<><Button onClick={() => setOpen(false)}>{t('common.cancel')}</Button><Button tone="danger" onClick={() => setOpen(false)}>{t('common.delete')}</Button></>} />
      </Part>
      <Part title="Cards of a list">
        {(['s', 'm', 'l'] as const).map((size) => (
          <Card key={size} as="article" snug={size !== 'l'} className={styles.stack}>
            <CardTitle size={size} to="/dev/kit">A lighthouse with a lens that really turns</CardTitle>
            <Fact icon="calendar" strong>Expected in spring 2027</Fact>
            <CardExcerpt>Harbour Town has had a pier, an inn, a fish market and two tugs. It has never had a light.</CardExcerpt>
            <Facts><StatusBadge status="PLANNED" size="s" /><span>New sets</span><Fact icon="comment">10</Fact></Facts>
          </Card>
        ))}
      </Part>
      <Part title="Waiting, empty, broken">
        <Card><Skeleton shape="title" /><SkeletonText lines={3} /></Card>
        <Card tone="wash"><EmptyState level={3} title="No idea here yet" text="Be the first to say what is missing." action={<Button tone="primary">Post an idea</Button>} /></Card>
        <Card><ErrorState title={t('errors.brokenTitle')} text={t('errors.brokenText')} reference="01h9-7c2a" action={<Button tone="primary">{t('errors.reload')}</Button>} /></Card>
        <LoadMore onLoad={() => {}} />
      </Part>
    </>
  );
}

function Texts() {
  return (
    <Part title="Text">
      <Markdown html="<h2>Why</h2><p>Because <em>small</em> things matter, and <a href='#'>links</a> too.</p><ul><li>One</li><li>Two</li></ul><blockquote><p>Quoted.</p></blockquote><pre><code>code</code></pre>" />
      <Diff parts={[{ kind: 'SAME', text: 'The door hinge cracks after ' }, { kind: 'REMOVED', text: 'a while' }, { kind: 'ADDED', text: 'one month' }, { kind: 'SAME', text: ' of use.' }]} />
      <Card tone="accent"><h3>An accent card</h3><p>Asks for attention.</p></Card>
      <Card tone="good"><h3>A good card</h3><p>Something was delivered.</p></Card>
    </Part>
  );
}

function Icons() {
  return <Part title="Icons" row>{ICON_NAMES.map((name) => <span key={name} title={name}><Icon name={name} size={24} /></span>)}</Part>;
}
