# expected: clean
# found: clean
# %%
import numpy as np, pandas as pd
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler
from sklearn.decomposition import PCA
from sklearn.feature_selection import SelectKBest, mutual_info_classif
from sklearn.svm import SVC
from sklearn.metrics import accuracy_score, roc_auc_score, confusion_matrix
import matplotlib.pyplot as plt

# %%
park = pd.read_csv('parkinsons.data')
park.shape

# %%
park['status'].value_counts()

# %%
park.drop(columns='name').corr()['status'].sort_values()

# %%
X = park.drop(columns=['name', 'status'])
y = park['status']

# %% [markdown]
# Everything that learns from data happens INSIDE the loop.

# %%
skf = StratifiedKFold(n_splits=10, shuffle=True, random_state=1)
acc, auc = [], []
cm = np.zeros((2, 2), dtype=int)
for train_index, test_index in skf.split(X, y):
    x_train_fold = X.iloc[train_index]
    x_test_fold = X.iloc[test_index]
    y_train_fold = y.iloc[train_index]
    y_test_fold = y.iloc[test_index]

    sc = StandardScaler()
    x_train_fold = sc.fit_transform(x_train_fold)
    x_test_fold = sc.transform(x_test_fold)

    sel = SelectKBest(mutual_info_classif, k=12)
    x_train_fold = sel.fit_transform(x_train_fold, y_train_fold)
    x_test_fold = sel.transform(x_test_fold)

    pca = PCA(n_components=6).fit(x_train_fold)
    x_train_fold = pca.transform(x_train_fold)
    x_test_fold = pca.transform(x_test_fold)

    svc = SVC(C=5, probability=True)
    svc.fit(x_train_fold, y_train_fold)
    pred = svc.predict(x_test_fold)
    acc.append(accuracy_score(y_test_fold, pred))
    auc.append(roc_auc_score(y_test_fold, svc.predict_proba(x_test_fold)[:, 1]))
    cm += confusion_matrix(y_test_fold, pred)

# %%
print('List of possible accuracy:', acc)
print('\nMaximum Accuracy That can be obtained from this model is:', max(acc) * 100, '%')
print('\nOverall Accuracy:', np.mean(acc) * 100, '%')
print('Standard Deviation is:', np.std(acc))
print('AUC', np.mean(auc))

# %%
plt.matshow(cm)
plt.show()
