# expected: multi-test, preprocessing
# found: preprocessing 36:9
# missed: multi-test
# %%
import pandas as pd
import numpy as np
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.model_selection import cross_val_score, StratifiedKFold
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC
from sklearn.ensemble import RandomForestClassifier, ExtraTreesClassifier
from sklearn.naive_bayes import GaussianNB
import matplotlib.pyplot as plt
import seaborn as sns

# %% [markdown]
# Gene expression, 72 patients x 7129 probes (Golub). Predict ALL / AML

# %%
expr = pd.read_csv('golub_expression.csv', index_col=0).T
lab = pd.read_csv('golub_labels.csv', index_col=0)
expr.shape, lab.shape

# %%
assert (expr.index == lab.index).all()
y = (lab['cancer'] == 'AML').astype(int).values

# %%
expr.iloc[:, :4].plot.kde()

# %%
logx = np.log2(expr.clip(lower=20))

# %%
skb = SelectKBest(f_classif, k=50)
X_new = skb.fit_transform(logx, y)
genes = logx.columns[skb.get_support()]
genes[:10]

# %%
sns.clustermap(pd.DataFrame(X_new, columns=genes), figsize=(10, 8))

# %%
cv = StratifiedKFold(n_splits=8, shuffle=True, random_state=11)
models = [
    ('lr', LogisticRegression(C=.1, solver='liblinear')),
    ('svm', LinearSVC(C=.01, max_iter=20000)),
    ('rf', RandomForestClassifier(500)),
    ('et', ExtraTreesClassifier(500)),
    ('nb', GaussianNB()),
]
results, names = [], []
for name, model in models:
    cv_results = cross_val_score(model, X_new, y, cv=cv, scoring='accuracy')
    results.append(cv_results)
    names.append(name)
    msg = "%s: %f (%f)" % (name, cv_results.mean(), cv_results.std())
    print(msg)

# %%
fig = plt.figure()
fig.suptitle('Algorithm Comparison')
ax = fig.add_subplot(111)
plt.boxplot(results)
ax.set_xticklabels(names)
plt.show()

# %% [markdown]
# Accuracy above 97% with all the models!! The 50 genes are very predictive.
