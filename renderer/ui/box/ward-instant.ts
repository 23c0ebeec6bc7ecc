export { wardInstant } from '../../app/ward-clock';
