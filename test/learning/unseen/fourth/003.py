# expected: overlap, preprocessing
# found: preprocessing 16:22, overlap 23:16
# %%
import pandas as pd
import numpy as np
from imblearn.over_sampling import SMOTE
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import confusion_matrix, classification_report
# %%
data = pd.read_csv('/kaggle/input/creditcardfraud/creditcard.csv')
print(data.shape)
data['Class'].value_counts()
# %%
from sklearn.preprocessing import StandardScaler
data['normAmount'] = StandardScaler().fit_transform(data['Amount'].values.reshape(-1, 1))
data = data.drop(['Time', 'Amount'], axis=1)
# %%
X = data.drop('Class', axis=1)
y = data['Class']
# %%
sm = SMOTE(random_state=2)
X_res, y_res = sm.fit_resample(X, y)
print('After OverSampling, counts of 1: {}'.format(sum(y_res == 1)))
print('After OverSampling, counts of 0: {}'.format(sum(y_res == 0)))
# %%
X_train, X_test, y_train, y_test = train_test_split(X_res, y_res, test_size=0.3, random_state=0)
# %%
clf = RandomForestClassifier(n_estimators=50, n_jobs=-1)
clf.fit(X_train, y_train)
y_pred = clf.predict(X_test)
# %%
print(confusion_matrix(y_test, y_pred))
print(classification_report(y_test, y_pred))
