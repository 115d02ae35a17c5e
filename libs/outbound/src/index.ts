export { isPublicAddress } from './public-address.js';
export { OutboundModule } from './outbound.module.js';
export { type Place, type Resolve, WebClient, type WebClientOptions, type WebPage } from './web-client.js';
export { WebProblem, type WebReason } from './web-problem.js';
