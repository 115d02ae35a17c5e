/** Base UI's menu, in a file of its own so that it is fetched with the first menu somebody reaches for. */
export { Menu } from '@base-ui/react/menu';
