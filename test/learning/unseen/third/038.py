# expected: preprocessing
# found: clean
# missed: preprocessing
# %%
# Programming Assignment: linear regression from scratch (no sklearn allowed!!)
import numpy as np
import matplotlib.pyplot as plt

# %%
raw = np.genfromtxt('auto-mpg.csv', delimiter=',', skip_header=1, usecols=range(8))
raw = raw[~np.isnan(raw).any(axis=1)]
print(raw.shape)
y = raw[:, 0].reshape(-1, 1)
X = raw[:, 1:]

# %%
def featureNormalize(X):
    mu = np.mean(X, axis=0)
    sigma = np.std(X, axis=0)
    X_norm = (X - mu) / sigma
    return X_norm, mu, sigma

X_norm, mu, sigma = featureNormalize(X)
X_norm = np.hstack([np.ones((X_norm.shape[0], 1)), X_norm])

# %%
np.random.seed(1)
idx = np.random.permutation(X_norm.shape[0])
n_train = int(0.8 * len(idx))
tr, te = idx[:n_train], idx[n_train:]
X_train, y_train = X_norm[tr], y[tr]
X_test, y_test = X_norm[te], y[te]

# %%
def computeCost(X, y, theta):
    m = len(y)
    err = X.dot(theta) - y
    return float(err.T.dot(err)) / (2 * m)

def gradientDescent(X, y, theta, alpha, num_iters):
    m = len(y)
    J_history = []
    for i in range(num_iters):
        grad = X.T.dot(X.dot(theta) - y) / m
        theta = theta - alpha * grad
        J_history.append(computeCost(X, y, theta))
    return theta, J_history

# %%
theta0 = np.zeros((X_train.shape[1], 1))
for alpha in [0.3, 0.1, 0.03, 0.01]:
    _, J = gradientDescent(X_train, y_train, theta0, alpha, 100)
    plt.plot(J, label=str(alpha))
plt.legend(); plt.xlabel('iterations'); plt.ylabel('J')

# %%
theta, J_history = gradientDescent(X_train, y_train, theta0, 0.1, 1500)
print(theta.ravel())

# %%
pred = X_test.dot(theta)
ss_res = np.sum((y_test - pred) ** 2)
ss_tot = np.sum((y_test - y_test.mean()) ** 2)
print('test RMSE', np.sqrt(ss_res / len(y_test)), 'R2', 1 - ss_res / ss_tot)
