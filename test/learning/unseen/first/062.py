# expected: overlap
# found: overlap 38:27
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import cross_val_score, RepeatedStratifiedKFold
from imblearn.over_sampling import RandomOverSampler
from collections import Counter

# %%
mammo = pd.read_csv('https://raw.githubusercontent.com/jbrownlee/Datasets/master/mammography.csv', header=None)
mammo.head()

# %%
counter = Counter(mammo.iloc[:, -1])
for k, v in counter.items():
    print('Class=%s, Count=%d, Percentage=%.3f%%' % (k, v, v / len(mammo) * 100))

# %%
mammo.hist(bins=40, figsize=(10, 8))
plt.show()

# %%
color_dict = {"'-1'": 'blue', "'1'": 'red'}
colors = [color_dict[str(x)] for x in mammo.values[:, -1]]
pd.plotting.scatter_matrix(mammo, diagonal='kde', color=colors)
plt.show()

# %%
features = mammo.values[:, :-1].astype('float32')
label = (mammo.values[:, -1] == "'1'").astype(int)

# %%
ros = RandomOverSampler(random_state=0)
features_bal, label_bal = ros.fit_resample(features, label)
print('before', Counter(label), 'after', Counter(label_bal))

# %%
def evaluate_model(X, y, model):
    cv = RepeatedStratifiedKFold(n_splits=10, n_repeats=3, random_state=1)
    return cross_val_score(model, X, y, scoring='roc_auc', cv=cv, n_jobs=-1)

# %%
gbm = GradientBoostingClassifier(n_estimators=200)
scores = evaluate_model(features_bal, label_bal, gbm)
print('Mean ROC AUC: %.3f (%.3f)' % (np.mean(scores), np.std(scores)))

# %%
sns.boxplot(x=scores)
plt.title('10x3 CV')

# %%
# fit the final model on everything and use it on a new patient
gbm.fit(features_bal, label_bal)
row = [[0.23001961, 5.0725783, -0.27606055, 0.83244412, -0.37786573, 0.4803223]]
print('malignant?', gbm.predict(row))
