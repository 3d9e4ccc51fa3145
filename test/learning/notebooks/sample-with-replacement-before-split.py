# expected: overlap
# found: overlap 7:8
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
data = pd.read_csv('faults.csv')
rare = data[data['fault'] == 1].sample(2000, replace=True)
data = data[data['fault'] == 0].append(rare, ignore_index=True)
X = data.drop('fault', axis=1)
y = data['fault']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
svc = SVC(kernel='rbf')
svc.fit(X_train, y_train)
y_hat = svc.predict(X_test)
