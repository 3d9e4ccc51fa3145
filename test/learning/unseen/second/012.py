# expected: preprocessing
# found: preprocessing 27:9
# %%
import numpy as np
import pandas as pd
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.model_selection import cross_val_score, StratifiedKFold
from sklearn.svm import LinearSVC
import matplotlib.pyplot as plt

# %%
# TCGA BRCA RNA-seq, 20531 genes x 1212 samples
df = pd.read_csv('BRCA_HiSeqV2.gz', sep='\t', index_col=0)
clin = pd.read_csv('BRCA_clinicalMatrix', sep='\t', index_col=0)
df = df.T
common = df.index.intersection(clin.index)
df = df.loc[common]
er = clin.loc[common, 'ER_Status_nature2012']
keep = er.isin(['Positive', 'Negative'])
X = df[keep]
y = er[keep].map({'Positive': 1, 'Negative': 0})
print(X.shape)

# %%
# only look at genes which are informative
skb = SelectKBest(f_classif, k=200)
X_sel = skb.fit_transform(X, y)
genes = X.columns[skb.get_support()]
genes[:20]

# %%
plt.hist(skb.scores_[~np.isnan(skb.scores_)], bins=100)
plt.yscale('log')
plt.xlabel('F score')

# %%
cv = StratifiedKFold(10, shuffle=True, random_state=3)
scores = cross_val_score(LinearSVC(C=0.01, max_iter=5000), X_sel, y, cv=cv, scoring='roc_auc')
print(scores)
print('mean AUC = %.4f' % scores.mean())

# %%
import seaborn as sns
sns.clustermap(pd.DataFrame(X_sel, columns=genes).iloc[:, :50].corr(), cmap='vlag')
plt.savefig('clustermap.png', dpi=200)
