// The parts of Observable Plot that figures use; what is not listed is not shipped.
export {
  areaX,
  areaY,
  axisX,
  axisY,
  boxX,
  dot,
  gridX,
  gridY,
  lineY,
  linearRegressionY,
  link,
  plot,
  rect,
  ruleX,
  ruleY,
  text
} from "@observablehq/plot";
