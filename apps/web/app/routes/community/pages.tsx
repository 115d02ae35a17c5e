import { Outlet } from 'react-router';
import { VotingProvider } from '~/features/voting/voting-provider';

/** What the pages of a community share besides its shell: voting. */
export default function CommunityPages() {
  return <VotingProvider><Outlet /></VotingProvider>;
}
