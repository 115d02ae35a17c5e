export { Access, accessOf, type AccessRule } from './access.decorator.js';
