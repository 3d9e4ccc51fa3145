# expected: overlap
# found: clean
# missed: overlap
# %%
import numpy as np
from sklearn.datasets import load_digits
from sklearn.svm import SVC
from sklearn import metrics
import matplotlib.pyplot as plt
%matplotlib inline

# %%
digits = load_digits()
print(digits.data.shape)

# %%
_, axes = plt.subplots(1, 6, figsize=(10, 3))
for ax, im, t in zip(axes, digits.images, digits.target):
    ax.set_axis_off()
    ax.imshow(im, cmap=plt.cm.gray_r)
    ax.set_title(t)

# %%
n_samples = len(digits.images)
data = digits.images.reshape((n_samples, -1)) / 16.0
target = digits.target

# %%
# use first 1500 for training, last 500 for testing
n_train, n_test = 1500, 500
X_train, y_train = data[:n_train], target[:n_train]
X_test, y_test = data[-n_test:], target[-n_test:]
print("train", X_train.shape, "test", X_test.shape, "of", n_samples)   # 1797

# %%
classifier = SVC(gamma=0.5, C=10)
classifier.fit(X_train, y_train)

# %%
predicted = classifier.predict(X_test)
print("Classification report for classifier %s:\n%s\n" % (classifier, metrics.classification_report(y_test, predicted)))
print("Confusion matrix:\n%s" % metrics.confusion_matrix(y_test, predicted))

# %%
wrong = np.where(predicted != y_test)[0]
for i in wrong[:5]:
    plt.figure(figsize=(1, 1))
    plt.imshow(X_test[i].reshape(8, 8), cmap='gray_r')
    plt.title('%d / %d' % (y_test[i], predicted[i]))
