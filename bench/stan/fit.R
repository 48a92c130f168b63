# Fits one model of models.json with brms and Stan, on one core, and writes its times and effective sample sizes.
#
#   Rscript bench/stan/fit.R ID CHAINS WARMUP DRAWS SEED OUTPUT.json [DATA.csv]
#
# DATA.csv is by default the model's file in the folder POOLHOUSE_DATA.

Sys.setenv(OMP_NUM_THREADS = "1")
suppressPackageStartupMessages({
  library(brms)
  library(posterior)
})

# Where this script lies, so that it runs from any folder.
script_folder <- function() {
  file <- grep("^--file=", commandArgs(FALSE), value = TRUE)
  dirname(normalizePath(sub("^--file=", "", file)))
}

read_arguments <- function(args = commandArgs(TRUE)) {
  if (length(args) < 6) {
    stop("missing arguments; run: fit.R ID CHAINS WARMUP DRAWS SEED OUTPUT.json [DATA.csv]", call. = FALSE)
  }
  list(
    id = args[1], chains = as.integer(args[2]), warmup = as.integer(args[3]),
    draws = as.integer(args[4]), seed = as.integer(args[5]), output = args[6],
    data = if (length(args) > 6) args[7]
  )
}

read_model <- function(id) {
  models <- jsonlite::read_json(file.path(script_folder(), "models.json"))
  ids <- vapply(models, function(m) m$id, "")
  if (!id %in% ids) {
    stop("unknown model: ", id, "; use one of ", paste(ids, collapse = ", "), call. = FALSE)
  }
  models[[match(id, ids)]]
}

# One equation is a linear formula; several are brms's non-linear form.
brms_formula <- function(model) {
  if (length(model$equations) == 0) return(bf(as.formula(model$formula)))
  bf(as.formula(model$formula), flist = lapply(model$equations, as.formula), nl = TRUE)
}

brms_family <- function(model) {
  brmsfamily(if (is.null(model$family)) "gaussian" else model$family)
}

# Each row of "priors" holds the arguments of one call of set_prior().
brms_priors <- function(model) {
  Reduce(`+`, lapply(model$priors, function(row) do.call(set_prior, row)))
}

md5 <- function(text) {
  file <- tempfile()
  on.exit(unlink(file))
  writeLines(text, file)
  unname(tools::md5sum(file))
}

# A fit without chains, which holds the compiled program. It is kept in the temporary folder of the
# machine (never in the project) under a hash of all that went into it, with the time it took.
compile <- function(id, formula, family, priors, data) {
  code <- make_stancode(formula, data = data, family = family, prior = priors)
  standata <- make_standata(formula, data = data, family = family, prior = priors)
  key <- md5(c(code, deparse(standata)))
  folder <- file.path(dirname(tempdir()), "poolhouse-bench")
  dir.create(folder, showWarnings = FALSE)
  cached <- file.path(folder, paste0(id, "-", key, ".rds"))
  if (file.exists(cached)) return(readRDS(cached))
  seconds <- system.time(
    fit <- brm(formula, data = data, family = family, prior = priors, chains = 0, silent = 2)
  )[["elapsed"]]
  compiled <- list(fit = fit, seconds = seconds)
  saveRDS(compiled, cached)
  compiled
}

# The draws of everything a reader sees: population coefficients, standard deviations, correlations,
# group coefficients and the residual scale; not the log densities and the centred copy of the intercept.
parameter_draws <- function(fit) {
  draws <- as_draws_array(fit)
  shown <- grep("^(b_|sd_|cor_|r_|sigma$)", variables(draws), value = TRUE)
  # With known standard errors brms writes a sigma of 0 that is no parameter.
  if ("sigma" %in% shown && all(draws[, , "sigma"] == 0)) shown <- setdiff(shown, "sigma")
  subset_draws(draws, variable = shown)
}

# The effect in each observed group: treatment 1 minus 0 of the linear predictor, on the link scale.
effect_draws <- function(fit, model, data) {
  by <- unlist(model$by)
  groups <- data[!duplicated(data[by]), ]
  predictor <- function(treatment) {
    groups[[model$treatment]] <- treatment
    posterior_linpred(fit, newdata = groups)
  }
  effects <- predictor(1) - predictor(0)
  shape <- c(niterations(fit), nchains(fit), nrow(groups))
  names <- list(NULL, NULL, paste0("effect[", seq_len(nrow(groups)), "]"))
  as_draws_array(array(effects, shape, names))
}

summarise <- function(draws) summarise_draws(draws, "ess_bulk", "ess_tail", "rhat")

arguments <- read_arguments()
model <- read_model(arguments$id)
path <- arguments$data
if (is.null(path)) path <- file.path(Sys.getenv("POOLHOUSE_DATA"), model$data)
if (!file.exists(path)) stop("missing data: ", path, "; set POOLHOUSE_DATA or give DATA.csv", call. = FALSE)
data <- read.csv(path)

message("stan: compiling ", model$id)
compiled <- compile(model$id, brms_formula(model), brms_family(model), brms_priors(model), data)
message("stan: sampling ", model$id)
fit <- brm(
  fit = compiled$fit, chains = arguments$chains, cores = 1, seed = arguments$seed,
  warmup = arguments$warmup, iter = arguments$warmup + arguments$draws, refresh = 0, silent = 2
)

elapsed <- colSums(rstan::get_elapsed_time(fit$fit))
parameters <- summarise(parameter_draws(fit))
effects <- if (!is.null(model$treatment)) summarise(effect_draws(fit, model, data))
all <- rbind(parameters, effects)

# A statistic that is undefined for any variable is undefined for the fit, hence no na.rm.
result <- list(
  id = model$id,
  software = paste0("brms ", packageVersion("brms"), ", rstan ", packageVersion("rstan")),
  n = nrow(fit$data),
  chains = arguments$chains, warmup = arguments$warmup, draws = arguments$draws, seed = arguments$seed,
  compile_seconds = compiled$seconds,
  warmup_seconds = elapsed[["warmup"]],
  sampling_seconds = elapsed[["sample"]],
  divergences = rstan::get_num_divergent(fit$fit),
  max_treedepth_hits = rstan::get_num_max_treedepth(fit$fit),
  leapfrogs = sum(rstan::get_num_leapfrog_per_iteration(fit$fit)),
  min_ess_bulk = min(all$ess_bulk),
  min_ess_tail = min(all$ess_tail),
  max_rhat = max(all$rhat),
  worst_variable = all$variable[which.min(all$ess_bulk)],
  n_parameters = nrow(parameters),
  n_effects = if (is.null(effects)) 0 else nrow(effects)
)
jsonlite::write_json(result, arguments$output, auto_unbox = TRUE, digits = 6, pretty = TRUE, na = "null")
