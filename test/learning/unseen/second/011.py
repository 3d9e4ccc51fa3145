# expected: clean
# found: clean
# %%
"""
Colon / leukemia expression data (Golub), 7129 probes.
feature ranking inside the folds.
"""
import numpy as np
import pandas as pd
from scipy.stats import ttest_ind
from sklearn.svm import SVC
from sklearn.metrics import roc_auc_score

# %%
expr = pd.read_csv('data/golub_expr.tsv', sep='\t', index_col=0).T
pheno = pd.read_csv('data/golub_pheno.tsv', sep='\t', index_col=0)
expr = expr.loc[pheno.index]
X = np.log2(expr.values.clip(20, 16000))
y = (pheno['class'] == 'AML').astype(int).values
X.shape

# %%
def rank_genes(X, y, k):
    t, p = ttest_ind(X[y == 1], X[y == 0], axis=0, equal_var=False)
    return np.argsort(-np.abs(t))[:k]

def zs(A, mu=None, sd=None):
    if mu is None:
        mu, sd = A.mean(0), A.std(0) + 1e-8
    return (A - mu) / sd, mu, sd

# %%
rng = np.random.RandomState(0)
n_rep, n_fold = 10, 5
aucs = []
for rep in range(n_rep):
    perm = rng.permutation(len(y))
    folds = np.array_split(perm, n_fold)
    for f in range(n_fold):
        te = folds[f]
        tr = np.concatenate([folds[g] for g in range(n_fold) if g != f])
        if len(np.unique(y[te])) < 2:
            continue
        genes = rank_genes(X[tr], y[tr], 50)
        A, mu, sd = zs(X[tr][:, genes])
        B, _, _ = zs(X[te][:, genes], mu, sd)
        m = SVC(kernel='linear', C=1.).fit(A, y[tr])
        aucs.append(roc_auc_score(y[te], m.decision_function(B)))

# %%
print('AUC %.3f +- %.3f  (n=%d)' % (np.mean(aucs), np.std(aucs), len(aucs)))

# %%
# which genes would we report? (all samples, for the supplement only)
final = rank_genes(X, y, 50)
pd.Series(expr.columns[final]).to_csv('top50.txt', index=False, header=False)
