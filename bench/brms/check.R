# Checks the R code that the built site offers: brms takes it, reads the same rows and knows the same priors.
#
#   ./bin/poolhouse data --prepared prepared
#   Rscript bench/brms/check.R [FOLDER-THAT-HOLDS-prepared] [STUDY.json ...]
#
# Nothing is compiled or sampled. By default the studies are those in dist/. Exit status 1 when a model differs.

suppressPackageStartupMessages(library(brms))

arguments <- commandArgs(TRUE)
home <- if (length(arguments) > 0) arguments[1] else "."
files <- if (length(arguments) > 1) arguments[-1] else Sys.glob("dist/_file/data/*/study.*.json")
if (length(files) == 0) stop("missing studies: dist; run npm run report", call. = FALSE)
cards <- lapply(files, jsonlite::read_json)
setwd(home)

# The code runs as a reader would run it, except that brm() hands back what it was given.
run <- function(code) {
  own <- new.env()
  own$brm <- function(formula, data, family, prior, stanvars = NULL, ...) {
    formula$family <- family
    list(formula = formula, data = data, prior = prior, stanvars = stanvars)
  }
  eval(parse(text = code), own)
  own$model
}

rows_of <- function(prior) paste(prior$class, prior$coef, prior$group, prior$nlpar, sep = " ")

# Parameters that brms has: rows of its table that no closer row of the same class replaces.
leaves <- function(table) {
  vague <- function(i) {
    same <- table$class == table$class[i] & table$nlpar == table$nlpar[i]
    closer <- (table$group[i] == "" | table$group == table$group[i]) &
      (table$coef[i] == "" | table$coef == table$coef[i]) &
      rows_of(table) != rows_of(table[i, ])
    any(same & closer)
  }
  table[!vapply(seq_len(nrow(table)), vague, TRUE), ]
}

# What brms itself would take for each parameter of the code's table.
default_of <- function(table, row) {
  fits <- table$class == row$class & table$nlpar == row$nlpar & table$prior != ""
  general <- table[fits & table$coef == "" & (table$group == "" | table$group == row$group), ]
  if (nrow(general) == 0) "" else general$prior[1]
}

differences <- function(model) {
  given <- run(model$code$brms)
  found <- with(given, make_stancode(formula, data, prior = prior, stanvars = stanvars))
  n <- make_standata(given$formula, given$data, prior = given$prior)$N
  table <- as.data.frame(get_prior(given$formula, given$data))
  wanted <- unique(rows_of(leaves(table)))
  have <- rows_of(given$prior)
  sources <- vapply(model$priors, function(row) row$source, "")
  defaults <- vapply(model$priors, function(row) {
    parts <- regmatches(row$class, regexec("^(b|sd|cor)_(.+)$", row$class))[[1]]
    equation <- if (length(parts) == 3) parts[3] else ""
    class <- if (length(parts) == 3) parts[2] else row$class
    nlpar <- if (class == "cor") "" else equation
    own <- default_of(table, list(class = class, nlpar = nlpar, group = row$group))
    sub("^$", "(flat)", own) == row$prior
  }, TRUE)
  c(
    if (nchar(found) == 0) "no Stan code",
    if (n != model$n) sprintf("%d rows, not %d", n, model$n),
    sprintf("no prior on %s", setdiff(wanted, have)),
    sprintf("prior on no parameter: %s", setdiff(have, wanted)),
    if (any(sources == "default" & !defaults)) "a default is not brms's"
  )
}

bad <- 0
for (card in cards) {
  for (model in card$models) {
    found <- tryCatch(differences(model), error = function(e) conditionMessage(e))
    bad <- bad + (length(found) > 0)
    verdict <- if (length(found) == 0) "brms takes it" else paste(found, collapse = "; ")
    cat(sprintf("%s/%s: %d priors, %s\n", card$id, model$id, length(model$priors), verdict))
  }
}
quit(status = as.integer(bad > 0))
