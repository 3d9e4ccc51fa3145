# expected: multi-test
# found: multi-test 35:14
# %%
import pandas as pd
import numpy as np
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC
from sklearn.ensemble import RandomForestClassifier, VotingClassifier, StackingClassifier, GradientBoostingClassifier
from sklearn.metrics import accuracy_score, log_loss

# %%
# Ionosphere, UCI
iono = pd.read_csv('https://archive.ics.uci.edu/ml/machine-learning-databases/ionosphere/ionosphere.data', header=None)
y = iono.pop(34).map({'g': 1, 'b': 0})
iono = iono.drop(1, axis=1)
X_train, X_test, y_train, y_test = train_test_split(iono, y, test_size=.33, random_state=4, stratify=y)

# %%
log_clf = make_pipeline(StandardScaler(), LogisticRegression())
svm_clf = make_pipeline(StandardScaler(), SVC(probability=True, gamma='scale'))
rnd_clf = RandomForestClassifier(n_estimators=200, random_state=4)
gb_clf = GradientBoostingClassifier(random_state=4)
members = [('lr', log_clf), ('svc', svm_clf), ('rf', rnd_clf), ('gb', gb_clf)]

hard = VotingClassifier(members, voting='hard')
soft = VotingClassifier(members, voting='soft', weights=[1, 2, 2, 1])
stack = StackingClassifier(members, final_estimator=LogisticRegression(), cv=5)

# %%
for clf in (log_clf, svm_clf, rnd_clf, gb_clf, hard, soft, stack):
    clf.fit(X_train, y_train)
    y_pred = clf.predict(X_test)
    print(clf.__class__.__name__, accuracy_score(y_test, y_pred))

# %%
# blending by hand
P = np.mean([c.predict_proba(X_test)[:, 1] for c in (svm_clf, rnd_clf, gb_clf)], axis=0)
print('blend', accuracy_score(y_test, P > .5), log_loss(y_test, P))

# %% [markdown]
# Soft voting wins on the test set, so we will use it in the web app.
