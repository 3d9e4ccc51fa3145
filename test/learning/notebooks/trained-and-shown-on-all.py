# expected: clean
# found: clean
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVR
dataset = pd.read_csv('Position_Salaries.csv')
X = dataset.iloc[:, 1:2].values
y = dataset.iloc[:, 2].values
sc_X, sc_y = StandardScaler(), StandardScaler()
X = sc_X.fit_transform(X)
y = sc_y.fit_transform(y.reshape(-1, 1))
svr = SVR(kernel='rbf')
svr.fit(X, y)
y_pred = svr.predict(sc_X.transform(np.array([[6.5]])))
plt.plot(X, svr.predict(X))
