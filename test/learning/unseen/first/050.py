# expected: multi-test, preprocessing
# found: preprocessing 36:1, multi-test 53:12
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns
%matplotlib inline
from sklearn.preprocessing import StandardScaler as SS, LabelEncoder
from sklearn.model_selection import train_test_split as tts
from sklearn.ensemble import RandomForestClassifier
from sklearn.svm import SVC
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import classification_report

# %%
wine = pd.read_csv('winequality-red.csv')
w = wine.copy()
w.head()

# %%
fig = plt.figure(figsize=(10, 6))
sns.barplot(x='quality', y='volatile acidity', data=w)

# %%
bins = (2, 6.5, 8)
group_names = ['bad', 'good']
w['quality'] = pd.cut(w['quality'], bins=bins, labels=group_names)
label_quality = LabelEncoder()
w['quality'] = label_quality.fit_transform(w['quality'])
w['quality'].value_counts()

# %%
sc = SS()
base = w.drop('quality', axis=1)
sc.fit(base)
Z = sc.transform(base)
view = Z
t = w['quality']

# %%
X_train, X_test, y_train, y_test = tts(view, t, test_size=0.2, random_state=42)

# %%
rfc = RandomForestClassifier(n_estimators=200)
rfc.fit(X_train, y_train)
pred_rfc = rfc.predict(X_test)
print(classification_report(y_test, pred_rfc))

# %%
sgd = SGDClassifier(penalty=None)
sgd.fit(X_train, y_train)
pred_sgd = sgd.predict(X_test)
print(classification_report(y_test, pred_sgd))

# %%
svc = SVC()
svc.fit(X_train, y_train)
pred_svc = svc.predict(X_test)
print(classification_report(y_test, pred_svc))

# %% [markdown]
# Support vector classifier gets 86%
