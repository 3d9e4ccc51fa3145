# expected: multi-test, preprocessing
# found: preprocessing 24:9, preprocessing 26:13, multi-test 47:14
# %%
import pandas as pd
import numpy as np
from sklearn.preprocessing import RobustScaler
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.ensemble import StackingClassifier, VotingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC
from sklearn.metrics import accuracy_score
from lightgbm import LGBMClassifier

# %%
park = pd.read_csv('parkinsons.data')
park.status.value_counts()

# %%
df_features, df_labels = park.drop(columns=['name', 'status']), park['status'].values

def get_xy(n_comp=None, seed=7):
    F = RobustScaler().fit_transform(df_features)
    if n_comp:
        F = PCA(n_comp, random_state=seed).fit_transform(F)
    return train_test_split(F, df_labels, test_size=0.25, random_state=seed, stratify=df_labels)

# %%
X_tr, X_te, y_tr, y_te = get_xy(n_comp=10)
[a.shape for a in (X_tr, X_te)]

# %%
log_clf = LogisticRegression(max_iter=500)
rnd_clf = RandomForestClassifier(n_estimators=200, random_state=42)
svm_clf = SVC(probability=True, random_state=42)
knn_clf = KNeighborsClassifier()
lgb_clf = LGBMClassifier(n_estimators=150)
base = [('lr', log_clf), ('rf', rnd_clf), ('svc', svm_clf), ('knn', knn_clf), ('lgb', lgb_clf)]

voting_clf = VotingClassifier(estimators=base, voting='soft')
stack_clf = StackingClassifier(estimators=base, final_estimator=LogisticRegression(), cv=5)

# %%
for clf in (*[m for _, m in base], voting_clf, stack_clf):
    clf.fit(X_tr, y_tr)
    y_pred = clf.predict(X_te)
    print(clf.__class__.__name__, accuracy_score(y_te, y_pred))

# %%
# stacking without the knn
stack2 = StackingClassifier(estimators=[b for b in base if b[0] != 'knn'], final_estimator=LogisticRegression())
print(stack2.fit(X_tr, y_tr).score(X_te, y_te))
